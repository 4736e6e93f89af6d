package io.github.registryclient.tests.manners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.error.RegistryException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.testkit.EmbeddedRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** What the embedded registry warns of reaches the log of our client, each text once. */
class ClientReportsWarningsTest {
    private static final Logger LOGGER = Logger.getLogger("io.github.registryclient.http.warning");

    @Test
    void each_text_is_logged_once_whether_a_call_succeeds_or_not() {
        Lines lines = new Lines();
        LOGGER.addHandler(lines);
        try (EmbeddedRegistry registry = EmbeddedRegistry.builder()
                        .warning("say \"no\" to C:\\x")
                        .warning("moving house")
                        .start();
                HttpRegistryClient client =
                        HttpRegistryClient.connect(registry.uri().toString())) {
            assertThat(client.listRepositories().toList()).isEmpty();
            registry.warn("too late");
            assertThatThrownBy(() -> client.listTags("nosuch").toList()).isInstanceOf(RegistryException.class);

            assertThat(lines.of(registry))
                    .containsExactly("warns: say \"no\" to C:\\x", "warns: moving house", "warns: too late");
        } finally {
            LOGGER.removeHandler(lines);
        }
    }

    /** The log is everybody's: tests beside write to it about their own servers. */
    private static final class Lines extends Handler {
        private final List<String> lines = new ArrayList<>();

        @Override
        public synchronized void publish(LogRecord line) {
            lines.add(line.getMessage());
        }

        synchronized List<String> of(EmbeddedRegistry registry) {
            List<String> own = new ArrayList<>();
            lines.stream()
                    .filter(line -> line.startsWith(registry.uri() + " "))
                    .forEach(line ->
                            own.add(line.substring(registry.uri().toString().length() + 1)));
            return own;
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
