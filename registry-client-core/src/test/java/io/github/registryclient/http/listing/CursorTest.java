package io.github.registryclient.http.listing;

import static io.github.registryclient.http.listing.Names.texts;
import static io.github.registryclient.http.listing.PlayedRegistry.CATALOG;
import static io.github.registryclient.http.listing.PlayedRegistry.TAGS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A cursor is the registry's own and goes back to it byte for byte; what no URI may hold is escaped, no more. */
class CursorTest {
    @RegisterExtension
    static final PlayedRegistry registry = new PlayedRegistry();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "next_page=gAAAAABl_-x%3D%3D",
                "last=team%2Fapp-0004&n=5",
                "last=team/app-0004&n=5",
                "n=5000&last=a",
                "last=a+b%20c",
                "last=%2f%2F%e4",
                "x=1&x=2&&y",
                "=",
                "last='(a)*!~@:;,$'",
                "last=a?b?c",
                "a=[1]",
                "last=100%25"
            })
    void a_cursor_is_sent_as_it_came(String cursor) {
        registry.page(TAGS, Names.tags("a"), "<" + TAGS + "?" + cursor + ">; rel=\"next\"");
        registry.page(TAGS + "?" + cursor, Names.tags("b"));

        assertThat(texts(registry.tags())).containsExactly("a", "b");
        assertThat(registry.asked()).containsExactly(TAGS, TAGS + "?" + cursor);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "last=a|b last=a%7Cb",
                "last={a} last=%7Ba%7D",
                "last=a^b`c last=a%5Eb%60c",
                "last=50% last=50%25",
                "last=%zz last=%25zz",
                "last=a\\b last=a%5Cb"
            })
    void what_no_uri_may_hold_is_escaped(String cursor, String sent) {
        registry.page(TAGS, Names.tags("a"), "<" + TAGS + "?" + cursor + ">; rel=\"next\"");
        registry.page(TAGS + "?" + sent, Names.tags("b"));

        assertThat(texts(registry.tags())).containsExactly("a", "b");
    }

    @Test
    void bytes_beyond_ascii_go_back_as_the_bytes_that_they_were() {
        String inTheHeader = new String("last=ü".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        registry.page(TAGS, Names.tags("a"), "<" + TAGS + "?" + inTheHeader + ">; rel=\"next\"");
        registry.page(TAGS + "?last=%C3%BC", Names.tags("b"));

        assertThat(texts(registry.tags())).containsExactly("a", "b");
    }

    @Test
    void the_size_in_a_cursor_is_the_registry_s_business() {
        registry.page(CATALOG + "?n=1000", Names.repositories("a"), "<" + CATALOG + "?n=3&last=a>; rel=next");
        registry.page(CATALOG + "?n=3&last=a", Names.repositories("b", "c"));

        assertThat(texts(registry.repositories())).containsExactly("a", "b", "c");
        assertThat(registry.asked()).hasSize(2);
    }
}
