package io.github.registryclient.http.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.RepositoryName;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A token is replaced shortly before it ends, by the client's own clock. */
class ExpiryTest {
    private final AtomicLong now =
            new AtomicLong(Instant.parse("2026-11-24T10:00:00Z").toEpochMilli());

    private final class Moved extends Clock {
        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(now.get());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void a_token_of_five_minutes_is_used_for_all_but_ten_seconds() {
        try (PlayedTokenRegistry registry = new PlayedTokenRegistry();
                HttpRegistryClient client = HttpRegistryClient.builder(registry.url())
                        .credentials("user", "pass")
                        .clock(new Moved())
                        .build()) {
            RepositoryName app = RepositoryName.of("team/app");
            client.listTags(app).toList();
            now.addAndGet(289_999);
            client.listTags(app).toList();
            assertThat(registry.asked).hasSize(1);
            now.addAndGet(1);
            client.listTags(app).toList();
            assertThat(registry.asked).hasSize(2);
            assertThat(registry.seen)
                    .containsExactly(
                            "GET /v2/",
                            "GET /v2/team/app/tags/list t1",
                            "GET /v2/team/app/tags/list t1",
                            "GET /v2/team/app/tags/list t2");
        }
    }
}
