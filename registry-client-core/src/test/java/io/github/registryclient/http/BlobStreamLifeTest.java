package io.github.registryclient.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.registryclient.error.CallInterruptedException;
import io.github.registryclient.error.ClientClosedException;
import io.github.registryclient.error.DeadlineExceededException;
import io.github.registryclient.error.NoResponseException;
import io.github.registryclient.http.server.Exchange;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.http.server.ScriptedServer;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The life of a blob's stream: it holds a connection and a place until it is closed, read to its end, or ended. */
class BlobStreamLifeTest {
    private final RepositoryName app = RepositoryName.of("team/app");
    private final Digest blob = Digest.of(Samples.sha256("blob"));
    private final ScriptedServer server = new ScriptedServer(BlobStreamLifeTest::blobThatStalls);
    private final HttpRegistryClient client = HttpRegistryClient.builder(server.url())
            .retries(0)
            .concurrency(1)
            .callTimeout(Duration.ofSeconds(2))
            .attemptTimeout(Duration.ofSeconds(20))
            .build();

    /** HEAD is answered; of a GET the first bytes come and then nothing more. */
    private static void blobThatStalls(Exchange exchange) throws IOException {
        if (exchange.method().equals("HEAD")) {
            exchange.reply(200, "blob");
        } else {
            exchange.head(200, 1000);
            exchange.send("begin");
            exchange.hold();
        }
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private InputStream open() throws IOException {
        InputStream stream = client.openBlob(app, blob);
        assertThat(stream.readNBytes(5)).isEqualTo("begin".getBytes(UTF_8));
        return stream;
    }

    @Test
    void a_stream_that_is_not_closed_keeps_its_place_and_the_error_of_others_says_so() throws IOException {
        InputStream stream = open();
        assertThatThrownBy(() -> client.findBlobSize(app, blob))
                .isInstanceOf(DeadlineExceededException.class)
                .hasMessageContainingAll("Close blob streams", "2000 ms");
        stream.close();
        assertThat(client.findBlobSize(app, blob)).hasValue(4);
    }

    @Test
    void closing_early_frees_the_place_and_the_connection() throws IOException {
        InputStream stream = open();
        stream.close();
        stream.close();
        await().until(() -> server.openConnections() == 0);
        assertThat(client.findBlobSize(app, blob)).hasValue(4);
        assertThatThrownBy(stream::read).isInstanceOf(IOException.class).hasMessageContaining("closed");
    }

    @Test
    void closing_the_client_ends_a_reader() throws IOException {
        InputStream stream = open();
        BackgroundCall reader = BackgroundCall.start(stream::read);
        reader.awaitBlocked();
        client.close();
        assertThat(reader.failure()).isInstanceOf(ClientClosedException.class);
        assertThat(reader.wasInterrupted()).isFalse();
        await().until(() -> server.openConnections() == 0);
    }

    @Test
    void closing_the_client_ends_a_stream_that_nobody_reads_just_now() throws IOException {
        InputStream stream = open();
        client.close();
        assertThatThrownBy(stream::read).isInstanceOf(ClientClosedException.class);
        assertThatThrownBy(stream::read).isInstanceOf(ClientClosedException.class);
    }

    @Test
    void closing_the_stream_in_another_thread_wakes_its_reader() throws IOException {
        InputStream stream = open();
        BackgroundCall reader = BackgroundCall.start(stream::read);
        reader.awaitBlocked();
        stream.close();
        assertThat(reader.failure()).isInstanceOf(IOException.class);
    }

    @Test
    void interrupting_a_reader_ends_the_stream_and_keeps_the_flag() throws IOException {
        InputStream stream = open();
        BackgroundCall reader = BackgroundCall.start(stream::read);
        reader.awaitBlocked();
        reader.interrupt();
        assertThat(reader.failure()).isInstanceOf(CallInterruptedException.class);
        assertThat(reader.wasInterrupted()).isTrue();
        await().until(() -> server.openConnections() == 0);
    }

    @Test
    void a_server_that_stops_sending_ends_the_stream() throws IOException {
        try (HttpRegistryClient impatient = HttpRegistryClient.builder(server.url())
                        .retries(0)
                        .attemptTimeout(Duration.ofMillis(1500))
                        .build();
                InputStream stream = impatient.openBlob(app, blob)) {
            assertThatThrownBy(stream::readAllBytes)
                    .isInstanceOf(DeadlineExceededException.class)
                    .hasMessageContaining("1500 ms");
            await().until(() -> server.openConnections() == 0);
        }
    }

    @Test
    void a_connection_cut_inside_the_blob_is_no_end_of_it() throws IOException {
        AtomicReference<Exchange> served = new AtomicReference<>();
        try (ScriptedServer cutting = new ScriptedServer(exchange -> {
                    served.set(exchange);
                    blobThatStalls(exchange);
                });
                HttpRegistryClient cut =
                        HttpRegistryClient.builder(cutting.url()).retries(0).build();
                InputStream stream = cut.openBlob(app, blob)) {
            assertThat(stream.readNBytes(5)).isEqualTo("begin".getBytes(UTF_8));
            served.get().cut();
            assertThatThrownBy(stream::readAllBytes)
                    .isExactlyInstanceOf(NoResponseException.class)
                    .hasMessageContaining("inside the body");
        }
    }
}
