package io.github.registryclient.tests.modules;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.manifest.MediaTypes;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.process.RegistryProgram;
import io.github.registryclient.testkit.traffic.RequestPattern;
import io.github.registryclient.testkit.traffic.ScriptedAnswer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs in a JVM of its own, from the class path, against the library as named modules; prints what it saw. */
public final class ModuleConsumer {
    private ModuleConsumer() {}

    /** Uses what needs JSON, generated values and the HTTP client. */
    public static void main(String[] args) throws Exception {
        byte[] index = "{\"schemaVersion\":2,\"manifests\":[]}".getBytes(StandardCharsets.UTF_8);
        Digest digest = Manifest.parse(MediaTypes.OCI_INDEX, index).digest();
        print("parsed", digest.toString());
        print("resolved", resolve(digest).toString());
        print("embedded", embeddedRepositories().toString());
        print("scripted", scripted());
        print("junit", String.valueOf(isPresent("org.junit.jupiter.api.Test", "org.opentest4j.TestAbortedException")));
        print("programs", RegistryProgram.names().toString());
        Stream.of(Digest.class, HttpRegistryClient.class, RegistryProgram.class)
                .forEach(type -> print(type.getSimpleName(), type.getModule().toString()));
        print(
                "optional",
                String.valueOf(isPresent("org.jspecify.annotations.NullMarked", "org.immutables.value.Value")));
        print("internal", reach("io.github.registryclient.internal.Excerpt", "of", "text"));
    }

    /** Asks a server that gives this digest to everybody, once. */
    private static Digest resolve(Digest digest) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                RegistryClient client = HttpRegistryClient.builder("http://127.0.0.1:" + server.getLocalPort())
                        .build()) {
            Thread answering = new Thread(() -> answer(server, digest));
            answering.start();
            Digest resolved = client.getManifestDigest("team/app", "1.0");
            answering.join();
            return resolved;
        }
    }

    private static List<RepositoryName> embeddedRepositories() {
        try (EmbeddedRegistry registry = EmbeddedRegistry.start();
                RegistryClient client =
                        HttpRegistryClient.connect(registry.uri().toString())) {
            return client.listRepositories().stream().collect(Collectors.toList());
        }
    }

    private static String scripted() {
        try (EmbeddedRegistry registry = EmbeddedRegistry.start();
                RegistryClient client =
                        HttpRegistryClient.connect(registry.uri().toString())) {
            registry.script()
                    .strict()
                    .on(RequestPattern.head("/v2/team/app/manifests/1.0"))
                    .answer(ScriptedAnswer.status(200)
                            .header("Content-Type", MediaTypes.OCI_INDEX)
                            .header("Docker-Content-Digest", "sha256:" + "7".repeat(64)));
            return client.getManifestDigest("team/app", "1.0") + " by "
                    + registry.requests().size();
        }
    }

    private static void answer(ServerSocket server, Digest digest) {
        String head = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nContent-Type: " + MediaTypes.OCI_INDEX
                + "\r\nDocker-Content-Digest: " + digest + "\r\nConnection: close\r\n\r\n";
        try (Socket socket = server.accept()) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            print("server", e.toString());
        }
    }

    private static boolean isPresent(String... types) {
        return Stream.of(types).anyMatch(type -> {
            try {
                Class.forName(type);
                return true;
            } catch (ClassNotFoundException e) {
                return false;
            }
        });
    }

    private static String reach(String type, String method, String argument) throws Exception {
        try {
            return "reached "
                    + Class.forName(type).getMethod(method, String.class).invoke(null, argument);
        } catch (IllegalAccessException e) {
            return "closed";
        }
    }

    private static void print(String name, String value) {
        System.out.println(name + "=" + value);
    }
}
