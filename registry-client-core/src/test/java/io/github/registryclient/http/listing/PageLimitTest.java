package io.github.registryclient.http.listing;

import static io.github.registryclient.http.listing.Names.texts;
import static io.github.registryclient.http.listing.PlayedRegistry.TAGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.registryclient.Listing;
import io.github.registryclient.RegistryClient;
import io.github.registryclient.error.BodyTooLargeException;
import io.github.registryclient.name.Tag;
import java.util.Iterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A page is read whole and within a limit, so that neither a large nor a half-read listing holds a connection. */
class PageLimitTest {
    @RegisterExtension
    static final PlayedRegistry registry = new PlayedRegistry();

    @Test
    void a_page_beyond_the_limit_is_a_typed_failure_and_frees_its_place_each_time() {
        registry.page(TAGS, Names.tags(Names.count("t", 0, 200_000)));
        registry.page("/v2/small/tags/list", Names.tags("a"));
        RegistryClient client =
                registry.client(settings -> settings.concurrency(1).maxPageBytes(1 << 20));

        for (int attempt = 0; attempt < 20; attempt++) {
            assertThatExceptionOfType(BodyTooLargeException.class)
                    .isThrownBy(client.listTags("app")::toList)
                    .withMessageContaining(TAGS)
                    .withMessageContaining(String.valueOf(1 << 20))
                    .withMessageContaining("maxPageBytes(bytes)");
        }
        assertThat(texts(client.listTags("small"))).containsExactly("a");
    }

    @Test
    void a_page_of_exactly_the_limit_is_read() {
        String tag = "t".repeat(1024 - "{\"tags\":[\"\"]}".length());
        registry.page(TAGS, "{\"tags\":[\"" + tag + "\"]}");
        registry.page("/v2/longer/tags/list", "{\"tags\":[\"" + tag + "\"]} ");
        RegistryClient client = registry.client(settings -> settings.maxPageBytes(1024));

        assertThat(texts(client.listTags("app"))).containsExactly(tag);
        assertThatExceptionOfType(BodyTooLargeException.class).isThrownBy(client.listTags("longer")::toList);
    }

    @Test
    void the_limit_is_a_page_s_and_not_the_listing_s() {
        registry.page(TAGS, Names.tags(Names.count("t", 0, 100)), "<" + TAGS + "?last=x>; rel=next");
        registry.page(TAGS + "?last=x", Names.tags(Names.count("t", 100, 200)));

        assertThat(texts(
                        registry.client(settings -> settings.maxPageBytes(1200)).listTags("app")))
                .isEqualTo(Names.count("t", 0, 200));
    }

    @Test
    void a_half_read_listing_holds_no_connection() {
        registry.page(TAGS, Names.tags("a", "b"), "<" + TAGS + "?last=b>; rel=next");
        registry.page(TAGS + "?last=b", Names.tags("c"));
        Listing<Tag> listing =
                registry.client(settings -> settings.concurrency(1)).listTags("app");

        Iterator<Tag> abandoned = listing.iterator();
        abandoned.next();

        assertThat(texts(listing)).containsExactly("a", "b", "c");
        assertThat(abandoned.next()).isEqualTo(Tag.of("b"));
    }
}
