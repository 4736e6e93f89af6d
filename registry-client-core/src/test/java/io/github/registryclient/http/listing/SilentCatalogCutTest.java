package io.github.registryclient.http.listing;

import static io.github.registryclient.http.listing.Names.count;
import static io.github.registryclient.http.listing.Names.texts;
import static io.github.registryclient.http.listing.PlayedRegistry.CATALOG;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.registryclient.error.IncompleteListingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Distribution 2.8 sends no link where a page ends with a repository's last child, though all that follows is missing. The
 * exchanges are captured from 2.8.2 with the repositories a, b, b/1, c, d, d/1, d/2, e, f, f/1, g, h, h/x and i.
 */
class SilentCatalogCutTest {
    private static final String[] ALL = {"a", "b", "b/1", "c", "d", "d/1", "d/2", "e", "f", "f/1", "g", "h", "h/x", "i"
    };

    @RegisterExtension
    static final PlayedRegistry registry = new PlayedRegistry();

    @Test
    void a_full_later_page_without_link_is_asked_for_with_another_size() {
        captured("?n=3", "a,b/1,b", "last=b&n=3");
        captured("?last=b&n=3", "b/1,c,d/1", "last=d%2F1&n=3");
        captured("?last=d%2F1&n=3", "d/2,e,f/1", "");
        captured("?last=d%2F1&n=2", "d/2,e", "last=e&n=2");
        captured("?last=e&n=2", "f/1,f", "last=f&n=2");
        captured("?last=f&n=2", "f/1,g", "last=g&n=2");
        captured("?last=g&n=2", "h,h/x", "last=h%2Fx&n=2");
        captured("?last=h%2Fx&n=2", "i", "");
        exists("d");

        assertThat(texts(registry.repositories().withPageSize(3).toList())).containsExactlyInAnyOrder(ALL);
    }

    @Test
    void a_full_first_page_without_link_is_completed_by_the_answer_without_size() {
        captured("?n=6", "a,b/1,b,c,d/1,d/2", "");
        captured("", "a,b/1,b,c,d/1,d/2,d,e,f/1,f,g,h,h/x,i", "");

        assertThat(texts(registry.repositories().withPageSize(6).toList())).containsExactlyInAnyOrder(ALL);
    }

    @Test
    void a_hundred_repositories_without_size_are_a_page_and_no_proof() {
        registry.page(CATALOG + "?n=50", Names.repositories(count("r", 0, 50)));
        registry.page(CATALOG, Names.repositories(count("r", 0, 100)));
        registry.page(CATALOG + "?n=49", Names.repositories(count("r", 0, 49)), link("last=r00048&n=49"));
        registry.page(CATALOG + "?last=r00048&n=49", Names.repositories(count("r", 49, 98)), link("last=r00097&n=49"));
        registry.page(CATALOG + "?last=r00097&n=49", Names.repositories(count("r", 98, 120)));

        assertThat(texts(registry.repositories().withPageSize(50).toList())).isEqualTo(count("r", 0, 120));
    }

    @Test
    void a_hundred_repositories_are_no_proof_either_where_the_size_was_refused() {
        registry.refuse(CATALOG + "?n=1000", 400, "PAGINATION_NUMBER_INVALID");
        registry.page(CATALOG, Names.repositories(count("r", 0, 100)));
        registry.page(CATALOG + "?n=99", Names.repositories(count("r", 0, 99)), link("last=r00098&n=99"));
        registry.page(CATALOG + "?last=r00098&n=99", Names.repositories(count("r", 99, 130)));

        assertThat(texts(registry.repositories())).isEqualTo(count("r", 0, 130));
    }

    @Test
    void exactly_a_hundred_repositories_of_a_thousand_asked_for_cost_one_more_request() {
        registry.page(CATALOG + "?n=1000", Names.repositories(count("r", 0, 100)));
        registry.page(CATALOG, Names.repositories(count("r", 0, 100)));

        assertThat(texts(registry.repositories())).isEqualTo(count("r", 0, 100));
        assertThat(registry.asked()).containsExactly(CATALOG + "?n=1000", CATALOG);
    }

    @Test
    void a_registry_that_gives_no_more_than_a_hundred_to_those_who_ask_for_a_size_is_found_out() {
        registry.page(CATALOG + "?n=1000", Names.repositories(count("r", 0, 100)));
        registry.page(CATALOG, Names.repositories(count("r", 0, 100)), link("last=r00099"));
        registry.page(CATALOG + "?last=r00099", Names.repositories(count("r", 100, 130)));

        assertThat(texts(registry.repositories())).isEqualTo(count("r", 0, 130));
    }

    @Test
    void each_page_may_need_another_size() {
        for (int page = 0; page < 12; page++) {
            String query = page == 0 ? "n=2" : "n=2&last=p" + page;
            String name = "p" + (page + 1);
            registry.page(CATALOG + "?" + query, Names.repositories(name + "-", name), "");
            registry.page(
                    CATALOG + "?" + query.replace("n=2", "n=1"),
                    Names.repositories(name + "-"),
                    link("n=2&last=" + name));
        }
        registry.page(CATALOG + "?n=2", Names.repositories("p1-", "p1"), link("n=2&last=p1"));
        registry.page(CATALOG + "?n=2&last=p12", Names.repositories("end"));

        assertThat(texts(registry.repositories().withPageSize(2))).hasSize(14).contains("end", "p11-");
    }

    @Test
    void a_refusal_of_the_other_size_that_would_prove_the_end_is_no_end_and_no_answer() {
        registry.refuse(CATALOG + "?n=1000", 405, "UNSUPPORTED");
        registry.page(CATALOG, Names.repositories(count("r", 0, 100)));
        registry.refuse(CATALOG + "?n=99", 405, "UNSUPPORTED");

        assertThatExceptionOfType(IncompleteListingException.class).isThrownBy(registry.repositories()::toList);
    }

    @Test
    void a_full_last_page_that_is_the_end_is_proven_to_be() {
        captured("?n=2", "x,y", "last=y&n=2");
        captured("?last=y&n=2", "z,zz", "");
        captured("?last=y&n=1", "z", "last=z&n=1");
        captured("?last=z&n=1", "zz", "");
        captured("?last=z&n=2", "zz", "");

        assertThat(texts(registry.repositories().withPageSize(2))).containsExactly("x", "y", "z", "zz");
        assertThat(registry.asked()).hasSize(5);
    }

    @Test
    void ten_thousand_repositories_of_a_registry_without_links_cannot_be_proven_to_be_all() {
        for (int size = 1000; size > 980; size--) {
            registry.page(CATALOG + "?n=" + size, Names.repositories(count("r", 0, size)));
        }
        registry.page(CATALOG, Names.repositories(count("r", 0, 10_000)));

        assertThatExceptionOfType(IncompleteListingException.class)
                .isThrownBy(registry.repositories()::toList)
                .withMessageContaining("cannot be proven");
        assertThat(registry.asked()).hasSizeLessThan(12);
    }

    private static void captured(String query, String names, String next) {
        String json = Names.repositories(names.split(",", -1));
        if (next.isEmpty()) {
            registry.page(CATALOG + query, json);
        } else {
            registry.page(CATALOG + query, json, link(next));
        }
    }

    private static String link(String query) {
        return "<" + CATALOG + "?" + query + ">; rel=\"next\"";
    }

    private static void exists(String name) {
        registry.page("/v2/" + name + "/tags/list", "{\"name\":\"" + name + "\",\"tags\":[\"latest\"]}");
    }
}
