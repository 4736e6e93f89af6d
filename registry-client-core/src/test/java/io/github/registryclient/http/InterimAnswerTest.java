package io.github.registryclient.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.error.InvalidResponseException;
import io.github.registryclient.http.server.Exchange;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.http.server.ScriptedServer;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A server may announce its answer with interim ones (RFC 9110, 15.2). Java 11's client takes the first of them for the answer,
 * and what follows for the answer to another request: another tag's digest.
 */
class InterimAnswerTest {
    private static final RepositoryName APP = RepositoryName.of("team/app");
    private static final int THREADS = 8;
    private static final int TAGS = 200;
    private static final long LATER_NANOS = 2_000_000;
    private static final boolean UNDERSTOOD = Runtime.version().feature() >= 17;

    private volatile String interim = "";
    private final ScriptedServer server = new ScriptedServer(this::answer);
    private final HttpRegistryClient client = HttpRegistryClient.connect(server.url());

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    /** The digest of a tag is that of its name. */
    private void answer(Exchange exchange) throws IOException {
        String name = exchange.line().replaceAll(".*/", "");
        if (exchange.method().equals("HEAD")) {
            exchange.send("HTTP/1.1 " + interim + "\r\n\r\n");
            LockSupport.parkNanos(LATER_NANOS); // the final answer is to come when the connection seems to be free
        }
        exchange.reply(200, "", "Docker-Content-Digest: " + Samples.sha256(name));
    }

    /** The digest, or nothing where the client says that it cannot read the answer. */
    private Optional<Digest> resolve(String tag) {
        try {
            return Optional.of(client.getManifestDigest(APP, Tag.of(tag)));
        } catch (InvalidResponseException e) {
            assertThat(e).hasMessageContaining("Java 11 cannot read that, Java 17 can");
            return Optional.empty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"100 Continue", "102 Processing", "103 Early Hints"})
    void a_tag_never_gets_the_digest_of_another(String status) throws Exception {
        interim = status;
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Optional<Digest>>> resolved = new ArrayList<>();
            for (int i = 0; i < TAGS; i++) {
                String tag = "t" + i;
                resolved.add(threads.submit(() -> resolve(tag)));
            }
            for (int i = 0; i < TAGS; i++) {
                Optional<Digest> digest = resolved.get(i).get();
                assertThat(digest.isPresent() || !UNDERSTOOD)
                        .as("on 17 it is understood")
                        .isTrue();
                assertThat(digest.orElse(Digest.of(Samples.sha256("t" + i))))
                        .isEqualTo(Digest.of(Samples.sha256("t" + i)));
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
