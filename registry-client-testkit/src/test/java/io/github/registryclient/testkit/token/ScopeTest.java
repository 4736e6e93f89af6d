package io.github.registryclient.testkit.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "repository:a:pull repository a pull",
                "repository:a/b-c.d:pull,push,delete repository a/b-c.d pull,push,delete",
                "repository:host:5000/a/b:pull repository host:5000/a/b pull",
                "repository(plugin):a:pull repository a pull",
                "registry:catalog:* registry catalog *"
            })
    void the_first_and_the_last_colon_part_it(String text, String type, String name, String actions) {
        Scope scope = Scope.parse(text).orElseThrow();

        assertThat(scope.type()).isEqualTo(type);
        assertThat(scope.name()).isEqualTo(name);
        assertThat(String.join(",", scope.actions())).isEqualTo(actions);
        assertThat(scope).hasToString(type + ":" + name + ":" + actions);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "repository",
                "repository:a",
                "repository:a:",
                ":a:pull",
                "repository:a:pull repository:b:pull"
            })
    void what_is_none_is_none(String text) {
        assertThat(Scope.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "repository:a/*:pull, repository:a/b:pull, pull",
        "repository:a/*:pull, repository:a/b/c:pull, ''",
        "repository:a/*:pull, repository:ab:pull, ''",
        "repository:a/**:pull, repository:a/b/c:pull, pull",
        "repository:**:*, repository:a/b:pull;delete;*, pull;delete;*",
        "repository:*-dev:push, repository:app-dev:pull;push, push",
        "repository:a.b:pull, repository:aXb:pull, ''",
        "repository:**/cache:pull, repository:x/y/cache:pull, pull",
        "registry:catalog:*, registry:catalog:*, *",
        "repository:catalog:*, registry:catalog:*, ''",
        "repository:a:pull;push, repository:a:*, ''",
    })
    void a_rule_grants_what_was_asked_and_is_allowed(String rule, String asked, String granted) {
        Accounts accounts = Accounts.none().allowingAll(rule.replace(';', ','));

        assertThat(String.join(
                        ";",
                        accounts.granted(
                                        Optional.empty(),
                                        Scope.parse(asked.replace(';', ',')).orElseThrow())
                                .actions()))
                .isEqualTo(granted);
    }

    @Test
    void a_user_may_what_everybody_may_and_more_and_others_may_not() {
        Accounts accounts = Accounts.none()
                .withUser("alice", "a")
                .withUser("bob", "b")
                .allowingAll("repository:public/*:pull")
                .allowing("alice", "repository:public/*:push")
                .allowing("alice", "repository:own:delete");
        Scope shared = Scope.repository("public/x", "pull", "push");

        assertThat(accounts.granted(Optional.of("alice"), shared).actions()).containsExactly("pull", "push");
        assertThat(accounts.granted(Optional.of("bob"), shared).actions()).containsExactly("pull");
        assertThat(accounts.granted(Optional.empty(), shared).actions()).containsExactly("pull");
        assertThat(accounts.granted(Optional.of("bob"), Scope.repository("own", "delete"))
                        .actions())
                .isEmpty();
    }

    @Test
    void a_rule_that_is_none_or_for_nobody_is_refused() {
        assertThatThrownBy(() -> Accounts.none().allowingAll("team/*"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("repository:team/*:pull,delete");
        assertThatThrownBy(() -> Accounts.none().allowing("alice", "repository:a:pull"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Accounts.none().withUser("a:b", "c")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_granted_star_stands_for_every_action_and_no_other_does() {
        assertThat(List.of("pull", "delete", "*"))
                .allMatch(action -> Scope.repository("a", "*").covers("repository", "a", action));
        assertThat(Scope.repository("a", "pull", "push", "delete").covers("repository", "a", "*"))
                .isFalse();
        assertThat(Scope.repository("a", "pull").covers("repository", "b", "pull"))
                .isFalse();
        assertThat(Scope.repository("catalog", "*").covers("registry", "catalog", "*"))
                .isFalse();
    }
}
