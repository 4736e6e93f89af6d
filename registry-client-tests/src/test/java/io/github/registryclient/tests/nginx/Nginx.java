package io.github.registryclient.tests.nginx;

import io.github.registryclient.testkit.process.Lifeline;
import io.github.registryclient.tests.RealTools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A real nginx on free ports of the loopback interface, in a folder of its own, from start to close; it ends with this JVM. One
 * nginx has any number of sites.
 */
final class Nginx implements AutoCloseable {
    private static final int ATTEMPTS = 5;
    private static final int PATIENCE_MILLIS = 20_000;
    private static final int POLL_MILLIS = 5;
    private static final Pattern VERSION = Pattern.compile("nginx/(\\d+)\\.(\\d+)\\.(\\d+)");

    private final Path program;
    private final Path folder;
    private final Map<Integer, Site> sites;
    private Process process;
    private Lifeline lifeline;

    private Nginx(Path program, Path folder, Map<Integer, Site> sites, List<String> http) throws IOException {
        this.program = program;
        this.folder = folder;
        this.sites = sites;
        NginxConfig.write(folder, knowsHttp2Directive(program), sites, http);
        this.process = launch();
        this.lifeline = Lifeline.of(process);
    }

    private Process launch() throws IOException {
        String config = folder.resolve(NginxConfig.FILE).toString();
        String errors = folder.resolve(NginxConfig.ERROR_LOG).toString();
        return run(program, "-p", folder.toString(), "-c", config, "-e", errors);
    }

    /** The program, or the end of the test where it is not installed. */
    static Path assumePresent() {
        return RealTools.assumePresent("nginx");
    }

    static Nginx start(Site... sites) {
        return start(List.of(), sites);
    }

    /** Starts sites with directives that belong to none of them, but into {@code http}. */
    static Nginx start(List<String> http, Site... sites) {
        Path program = assumePresent();
        try {
            for (int attempt = 1; ; attempt++) {
                Path folder = Files.createTempDirectory("registry-client-nginx-");
                Nginx nginx = new Nginx(program, folder, onFreePorts(List.of(sites)), http);
                if (nginx.answers()) {
                    return nginx;
                }
                String log = nginx.errors();
                nginx.close();
                if (attempt == ATTEMPTS || !log.contains("Address already in use")) {
                    throw new IllegalStateException("nginx does not start: " + log);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ports that are free now; whether they stay so is known only when nginx has them. */
    private static Map<Integer, Site> onFreePorts(List<Site> sites) throws IOException {
        Map<Integer, Site> ports = new LinkedHashMap<>();
        List<ServerSocket> taken = new ArrayList<>();
        try {
            for (Site site : sites) {
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                taken.add(socket);
                ports.put(socket.getLocalPort(), site);
            }
        } finally {
            for (ServerSocket socket : taken) {
                socket.close();
            }
        }
        return ports;
    }

    /** Before 1.25.1 HTTP/2 was a word of {@code listen}. */
    private static boolean knowsHttp2Directive(Path program) throws IOException {
        Process version = run(program, "-v");
        Matcher matcher = VERSION.matcher(new String(version.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        if (!matcher.find()) {
            throw new IOException(program + " does not tell its version");
        }
        int number = 0;
        for (int part = 1; part <= 3; part++) {
            number = 1000 * number + Integer.parseInt(matcher.group(part));
        }
        return number >= 1_025_001;
    }

    private static Process run(Path program, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(program.toString()));
        line.addAll(List.of(arguments));
        return new ProcessBuilder(line).redirectErrorStream(true).start();
    }

    /** Once it has all its ports it writes its number down: a stranger on one of them would not. */
    private boolean answers() throws IOException {
        Path pid = folder.resolve(NginxConfig.PID);
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        try {
            while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS) && System.nanoTime() < deadline) {
                if (Files.exists(pid) && Files.readString(pid).equals(process.pid() + "\n")) {
                    return true;
                }
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while nginx started", e);
        }
    }

    /** Where a site answers, such as {@code https://127.0.0.1:41327/registry}. */
    URI uri(Site site) {
        return site.uri(port(site));
    }

    private int port(Site site) {
        return sites.entrySet().stream()
                .filter(entry -> entry.getValue() == site)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("this nginx has no such site"))
                .getKey();
    }

    /** What a site has answered so far, in order; a request is written down a moment after its answer. */
    List<Served> served(Site site) {
        String port = port(site) + " ";
        try {
            return Files.readString(folder.resolve(NginxConfig.ACCESS_LOG))
                    .lines()
                    .filter(line -> line.startsWith(port))
                    .map(Served::parse)
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String errors() throws IOException {
        Path log = folder.resolve(NginxConfig.ERROR_LOG);
        return Files.exists(log) ? Files.readString(log) : "no log";
    }

    /** Ends all connections and begins anew on the same ports. */
    void restart() {
        end();
        try {
            process = launch();
            lifeline = Lifeline.of(process);
            if (!answers()) {
                throw new IllegalStateException("nginx does not start again: " + errors());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void end() {
        lifeline.cut();
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end();
        try {
            delete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void delete() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).collect(Collectors.toList())) {
                Files.deleteIfExists(file);
            }
        }
    }
}
