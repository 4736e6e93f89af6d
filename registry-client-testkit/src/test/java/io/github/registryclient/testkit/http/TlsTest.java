package io.github.registryclient.testkit.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final List<Throwable> FAILURES = new ArrayList<>();

    @TempDir
    static Path directory;

    private static SSLContext context;
    private static HttpServer server;

    @BeforeAll
    static void start() throws Exception {
        context = context(keys());
        HttpServerOptions options = HttpServerOptions.defaults().tls(context).onFailure(FAILURES::add);
        server = HttpServer.start(TlsTest::handle, options);
    }

    @AfterAll
    static void stop() {
        server.close();
        assertThat(FAILURES).isEmpty();
    }

    private static Response handle(Request request) throws IOException {
        Response whole = Response.of(200).body((request.secure() + " " + request.localPort()).getBytes(UTF_8));
        switch (request.path()) {
            case "/cut":
                return whole.delivery(Delivery.honest().untilClose().cutAfter(2, Cut.CLOSE));
            case "/until-close":
                return whole.delivery(Delivery.honest().untilClose());
            case "/delay":
                return whole.delivery(Delivery.honest().delayAfter(1, Duration.ofDays(1)));
            default:
                return whole;
        }
    }

    private static KeyStore keys() throws Exception {
        Path file = directory.resolve("keys.p12");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of("-genkeypair", "-alias", "a", "-keyalg", "RSA", "-dname", "CN=a"));
        command.addAll(List.of("-ext", "SAN=IP:127.0.0.1", "-storetype", "PKCS12"));
        command.addAll(List.of("-keystore", file.toString(), "-storepass", new String(PASSWORD)));
        Path output = directory.resolve("keytool.txt");
        Process keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(keytool.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(keytool.exitValue()).as(Files.readString(output)).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(file)) {
            keys.load(stream, PASSWORD);
        }
        return keys;
    }

    private static SSLContext context(KeyStore keys) throws Exception {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    private static RawClient connect() throws IOException {
        return new RawClient(context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), server.port()));
    }

    private static HttpRequest get(String path) {
        return HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + server.port() + path))
                .build();
    }

    @Test
    void the_jdks_client_is_answered() throws Exception {
        HttpClient client = HttpClient.newBuilder().sslContext(context).build();
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> answer = client.send(get("/"), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.body()).isEqualTo("true " + server.port());
        }
    }

    @Test
    void a_failed_handshake_harms_nobody_else() throws Exception {
        HttpClient distrustful = HttpClient.newHttpClient();
        try (RawClient before = connect()) {
            before.send(REQUEST);
            assertThat(before.head()).startsWith("HTTP/1.1 200 ");
            assertThatThrownBy(() -> distrustful.send(get("/"), HttpResponse.BodyHandlers.discarding()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("PKIX");
            try (RawClient plain = new RawClient(server)) {
                plain.send(REQUEST);
                assertThat(plain.rest().getBytes(ISO_8859_1)).startsWith(21, 3); // an alert (RFC 8446, 5.1)
            }
            before.next(("true " + server.port()).length());
            before.send(REQUEST);
            assertThat(before.head()).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void the_end_is_said_and_a_cut_is_not() throws Exception {
        assertThat(bytesAfter("/until-close", "true " + server.port())).isPositive();
        assertThat(bytesAfter("/cut", "tr")).isZero();
    }

    /** How many bytes come below TLS when the content has been read: those of a close_notify (RFC 8446, 6.1), or none. */
    private static long bytesAfter(String path, String content) throws IOException {
        CountingSocket socket = new CountingSocket(server);
        try (RawClient client =
                new RawClient(context.getSocketFactory().createSocket(socket, "127.0.0.1", server.port(), true))) {
            client.send(REQUEST.replace("/ ", path + " "));
            assertThat(client.head()).startsWith("HTTP/1.1 200 ");
            assertThat(client.next(content.length())).isEqualTo(content);
            long before = socket.received();
            assertThat(client.rest()).isEmpty();
            return socket.received() - before;
        }
    }

    @Test
    void its_end_ends_connections_that_wait() throws Exception {
        HttpServer own =
                HttpServer.start(TlsTest::handle, HttpServerOptions.defaults().tls(context));
        try (RawClient client = new RawClient(
                        context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), own.port()));
                RawClient silent = new RawClient(own)) {
            client.send(REQUEST.replace("/ ", "/delay "));
            assertThat(client.head()).startsWith("HTTP/1.1 200 ");
            Eventually.await(() -> own.openConnections() == 2);

            own.close();

            Eventually.await(() -> own.openConnections() == 0);
            assertThat(silent.rest()).isEmpty();
        }
    }
}
