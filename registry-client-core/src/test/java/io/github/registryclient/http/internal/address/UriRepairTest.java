package io.github.registryclient.http.internal.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.URI;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses as servers send them: legal ones byte for byte, others repaired or given up, and shown without secrets. */
class UriRepairTest {
    private static final String CHARACTERS = "abzAZ09-._~:/?#[]@!$&'()*+,;=%{}|\\^`\"<> \t\r\n\u0000äö€\ud83d\ude00";

    @ParameterizedTest
    @CsvSource({
        "https://s/b?sig=a%2fb%2B+c, https://s/b?sig=a%2fb%2B+c",
        "/b?x={1}, /b?x=%7B1%7D",
        "/b c?x=y z, /b%20c?x=y%20z",
        "/b?x=100%, /b?x=100%25",
        "/b?x=%zz%41, /b?x=%25zz%41",
        "/ü, /ü",
        "/b|c?ü, /b%7Cc?%C3%BC",
    })
    void what_an_address_may_not_have_is_escaped_and_nothing_else(String text, String repaired) {
        assertThat(UriRepair.parse(text)).map(URI::toString).contains(repaired);
    }

    @Test
    void anything_is_an_address_or_none_and_legal_text_stays_as_it_is() {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "https://h.example/" : "");
            for (int length = random.nextInt(25); length >= 0; length--) {
                text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
            }
            Optional<URI> parsed = UriRepair.parse(text.toString());
            if (isLegal(text.toString())) {
                assertThat(parsed).as("seed " + seed).map(URI::toString).contains(text.toString());
            }
            assertThatCode(() -> UriRepair.resolve(URI.create("https://r.example/v2/x?q=1"), text.toString()))
                    .as("seed " + seed)
                    .doesNotThrowAnyException();
        }
    }

    private static boolean isLegal(String text) {
        try {
            return text.equals(URI.create(text).toString());
        } catch (IllegalArgumentException illegal) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"//#x", "a:#", "http:#/"})
    void what_is_no_address_without_its_fragment_leads_nowhere(String reference) {
        assertThat(UriRepair.resolve(URI.create("https://r.example/v2/x"), reference))
                .isEmpty();
    }

    @Test
    void too_long_an_address_is_none() {
        assertThat(UriRepair.parse("/" + "x".repeat(20_000))).isEmpty();
        assertThat(UriRepair.parse("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://r.example/v2/a/tags/list?n=100&last=x%2Fy, https://r.example/v2/a/tags/list?n=100&last=x%2Fy",
        "https://r.example:443/b?X-Amz-Signature=51&n=1, https://r.example/b?…&n=1",
        "http://r.example:5000/b?sig=51&token=52, http://r.example:5000/b?…&…",
        "https://r.example/b?51, https://r.example/b?…",
        "https://user:51@r.example/b#52, https://r.example/b",
        "https://r.example/b?N=51, https://r.example/b?…",
    })
    void an_address_is_shown_without_what_may_be_secret(URI uri, String shown) {
        assertThat(SafeUri.show(uri)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "https://r.example/v2/a/tags/list?n=100&last=x, https://r.example/v2/a/tags/list?…",
        "https://s.example/b?from=51, https://s.example/b?…",
        "https://user:51@s.example/b#52, https://s.example/b",
    })
    void of_an_address_that_a_server_made_no_query_is_shown(URI uri, String shown) {
        assertThat(SafeUri.showServerMade(uri)).isEqualTo(shown);
    }

    @Test
    void no_query_value_but_the_harmless_ones_is_ever_shown() {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < 5000; i++) {
            String name = Integer.toString(random.nextInt(100_000), 36);
            String shown = SafeUri.show(URI.create("https://r.example/b?x=1&" + name + "=5ecre7&y"));
            assertThat(shown)
                    .as("seed " + seed + " name " + name)
                    .isEqualTo(
                            name.equals("n") || name.equals("last")
                                    ? "https://r.example/b?…&" + name + "=5ecre7&…"
                                    : "https://r.example/b?…&…&…");
        }
    }
}
