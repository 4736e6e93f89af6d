package io.github.registryclient.http.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Several scopes of one token. */
class ScopesTest {
    @Test
    void scopes_stand_with_spaces_between() {
        assertThat(Scopes.parse("  repository:a:pull,push \t repository:b:pull "))
                .hasToString("repository:a:pull,push repository:b:pull");
        assertThat(Scopes.parse(" ").isEmpty()).isTrue();
    }

    @Test
    void actions_on_one_resource_are_united_and_the_newest_comes_first() {
        Scopes session = Scopes.parse("repository:a:pull repository:b:pull");
        assertThat(session.and(Scopes.parse("repository:b:delete")))
                .hasToString("repository:b:pull,delete repository:a:pull");
        assertThat(session.and(Scopes.parse("repository:c:pull repository:a:push")))
                .hasToString("repository:c:pull repository:a:pull,push repository:b:pull");
    }

    @Test
    void the_order_does_not_make_another_token() {
        Scopes some = Scopes.parse("repository:a:pull,push repository:b:pull");
        Scopes same = Scopes.parse("repository:b:pull repository:a:push,pull");
        assertThat(same).isEqualTo(some).hasSameHashCodeAs(some);
        assertThat(same).isNotEqualTo(Scopes.parse("repository:b:pull repository:a:push"));
    }

    @Test
    void the_oldest_are_dropped_of_too_many_or_too_long_ones() {
        Scopes scopes = Scopes.NONE;
        for (int i = 0; i < 100; i++) {
            scopes = scopes.and(Scope.of("repository:r" + i, "pull"));
        }
        assertThat(scopes.list()).hasSize(Scopes.MOST);
        assertThat(scopes.toString()).startsWith("repository:r99:pull repository:r98:pull");
        for (int i = 0; i < 100; i++) {
            scopes = scopes.and(Scope.of("repository:" + "x".repeat(200) + i, "pull"));
        }
        assertThat(scopes.toString()).hasSizeLessThan(4100).contains("x99:pull");
    }

    @Test
    void a_challenge_with_thousands_of_scopes_is_cut() {
        assertThat(Scopes.parse("repository:a:pull ".repeat(10_000)).list()).hasSize(1);
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            many.append("repository:r").append(i).append(":pull ");
        }
        assertThat(Scopes.parse(many.toString()).list()).hasSize(Scopes.MOST);
    }

    @Test
    void without_an_action_the_scopes_that_it_made_are_gone() {
        assertThat(Scopes.parse("repository:a:pull,delete repository:b:delete *")
                        .without("delete"))
                .hasToString("repository:a:pull *");
    }
}
