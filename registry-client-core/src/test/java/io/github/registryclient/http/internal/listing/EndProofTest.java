package io.github.registryclient.http.internal.listing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page without a next one says about the end, of a listing of which some registries give no more than 100 or 10,000. */
class EndProofTest {
    private static final EndProof PROOF = new EndProof(count -> count == 100 || count == 10_000);

    @ParameterizedTest(name = "{0}, {1} page of \"{2}\", {3} entries: {4}")
    @CsvSource({
        // fewer than asked for, or more, end a listing; as many prove nothing
        "SIZED,    first, n=1000, 999,   END",
        "SIZED,    first, n=1000, 0,     END",
        "SIZED,    first, n=1000, 1001,  END",
        "SIZED,    first, n=1000, 1000,  PROVE",
        "SIZED,    first, n=100,  100,   PROVE",
        // nor do as many as some registries give at most, if more was asked for
        "SIZED,    first, n=1000, 100,   PROVE",
        "SIZED,    first, n=99,   100,   END",
        "UNSIZED,  first, '',     100,   OTHER_SIZE",
        "UNSIZED,  first, '',     10000, OTHER_SIZE",
        "UNSIZED,  first, '',     1000,  END",
        "AGAIN,    first, '',     100,   OTHER_SIZE",
        "AGAIN,    first, n=999,  100,   OTHER_SIZE",
        "AGAIN,    first, n=99,   99,    OTHER_SIZE",
        "AGAIN,    first, n=99,   100,   END",
        // full later pages prove nothing, be the size the registry's own; without size the specification counts
        "SIZED,    later, n=1000, 1000,  OTHER_SIZE",
        "SIZED,    later, n=3,    3,     OTHER_SIZE",
        "SIZED,    later, n=1000, 100,   END",
        "SIZED,    later, last=x, 100,   END",
        "UNSIZED,  later, n=100,  100,   OTHER_SIZE",
        "UNSIZED,  later, n=100,  99,    END",
        "PROVING,  later, n=100,  100,   OTHER_SIZE",
        "AGAIN,    later, n=99,   99,    OTHER_SIZE",
    })
    void a_page_is_judged(Pass pass, String place, String query, int entries, Ending ending) {
        Walk<String> walk = walk(pass);
        if (place.equals("later")) {
            walk.goOn(PlayedPage.of("", 0, 1), "next=1");
        }

        assertThat(PROOF.judge(PlayedPage.of(query, 0, entries), false, true, walk))
                .isEqualTo(ending);
        assertThat(PROOF.judge(PlayedPage.of(query, 0, entries), true, true, walk))
                .isEqualTo(Ending.GOES_ON);
    }

    @ParameterizedTest(name = "{1} of \"{0}\" kept, \"{2}\" gives {3} from {4}: {5}")
    @CsvSource({
        // the same or more is the end; less or other entries contradict
        "n=3,    3,    '',   3,     0, END",
        "n=3,    3,    '',   4,     0, END",
        "n=3,    3,    '',   4,     3, END",
        "n=3,    3,    '',   2,     0, UNPROVABLE",
        "n=3,    3,    '',   0,     0, UNPROVABLE",
        "n=3,    3,    '',   3,     1, UNPROVABLE",
        // as many as some registries give at most may be cut too, unless asked for more they gave the same
        "n=50,   50,   '',   100,   0, AGAIN_WITH_OTHER_SIZE",
        "n=100,  100,  '',   100,   0, AGAIN_WITH_OTHER_SIZE",
        "n=1000, 1000, '',   10000, 0, AGAIN_WITH_OTHER_SIZE",
        "n=1000, 100,  '',   100,   0, END",
        "n=1000, 100,  '',   100,   1, AGAIN_WITH_OTHER_SIZE",
        "n=1000, 100,  '',   101,   0, END",
        // a dropped page that was asked for with a size after all
        "n=50,   50,   n=99, 99,    0, AGAIN_WITH_OTHER_SIZE",
        "n=50,   50,   n=99, 98,    0, END",
    })
    void a_page_is_compared(String keptQuery, int kept, String query, int entries, int from, Ending ending) {
        Page<String> keptPage = PlayedPage.of(keptQuery, 0, kept);
        Page<String> page = PlayedPage.of(query, from, from + entries);
        boolean adds = !FreshEntries.of(page, keptPage).isEmpty();

        assertThat(PROOF.judge(page, false, adds, Walk.proving(keptPage))).isEqualTo(ending);
        assertThat(PROOF.judge(page, true, adds, Walk.proving(keptPage))).isEqualTo(Ending.GOES_ON);
    }

    @Test
    void a_page_that_is_the_whole_listing_ends_it_whatever_its_size() {
        assertThat(PROOF.judge(PlayedPage.whole("n=1"), false, true, Walk.sized(1)))
                .isEqualTo(Ending.END);
    }

    private static Walk<String> walk(Pass pass) {
        switch (pass) {
            case SIZED:
                return Walk.sized(1000);
            case UNSIZED:
                return Walk.unsized();
            case PROVING:
                return Walk.proving(PlayedPage.of("n=1", 0, 1));
            default:
                return Walk.again("");
        }
    }
}
