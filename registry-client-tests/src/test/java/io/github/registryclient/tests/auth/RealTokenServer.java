package io.github.registryclient.tests.auth;

import io.github.registryclient.testkit.process.Lifeline;
import io.github.registryclient.tests.RealTools;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/**
 * The token server of distribution's {@code contrib}, if it is on the {@code PATH}. It grants repositories only below the
 * user's own name, and calls its token {@code access_token}. It ends with this JVM.
 */
final class RealTokenServer implements AutoCloseable {
    private static final String ISSUER = "issuer";
    private static final Pattern JWT = Pattern.compile("\"(ey[\\w-]+)\\.[\\w-]+\\.[\\w-]+\"");
    private static final Pattern JWK = Pattern.compile("\"jwk\":(\\{[^}]*})");

    private final Process process;
    private final Lifeline lifeline;
    private final SigningKey key;
    private final int port;

    private RealTokenServer(Process process, SigningKey key, int port) {
        this.process = process;
        this.lifeline = Lifeline.of(process);
        this.key = key;
        this.port = port;
    }

    static RealTokenServer start(Path folder) throws Exception {
        Path program = RealTools.assumePresent("token-server");
        SigningKey key = SigningKey.make(folder);
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Process process = new ProcessBuilder(
                        program.toString(),
                        "-addr",
                        "127.0.0.1:" + port,
                        "-issuer",
                        ISSUER,
                        "-key",
                        key.key().toString(),
                        "-passwd",
                        Accounts.htpasswd(folder).toString(),
                        "-realm",
                        "realm")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("token-server.log").toFile())
                .start();
        RealTokenServer server = new RealTokenServer(process, key, port);
        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(30))
                .until(server::answers);
        return server;
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    String realm() {
        return "http://127.0.0.1:" + port + "/token/";
    }

    /** Distribution 2.8 believes a certificate of the key. */
    String configurationFor2() {
        return configuration("rootcertbundle: " + key.certificate());
    }

    /** Distribution 3 believes the key as the header of a token names it. */
    String configurationFor3(Path folder) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(realm() + "?service=played"))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((Accounts.USER + ":" + Accounts.PASSWORD)
                                                .getBytes(StandardCharsets.UTF_8)))
                .build();
        String answer = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        Matcher jwt = JWT.matcher(answer);
        String header = jwt.find()
                ? new String(Base64.getUrlDecoder().decode(jwt.group(1)), StandardCharsets.UTF_8)
                : "no token: " + answer;
        Matcher jwk = JWK.matcher(header);
        if (!jwk.find()) {
            throw new IOException("no key in " + header);
        }
        Path jwks = Files.writeString(folder.resolve("jwks.json"), "{\"keys\":[" + jwk.group(1) + "]}");
        return configuration("jwks: " + jwks);
    }

    private String configuration(String trust) {
        return String.join(
                "\n",
                "auth:",
                "  token:",
                "    realm: " + realm(),
                "    service: played",
                "    issuer: " + ISSUER,
                "    " + trust);
    }

    @Override
    public void close() {
        lifeline.cut();
        process.destroy();
    }
}
