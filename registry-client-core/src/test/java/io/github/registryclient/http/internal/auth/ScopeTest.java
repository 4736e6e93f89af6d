package io.github.registryclient.http.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The grammar of scopes: {@code type[(class)]:name:actions}. */
class ScopeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "repository:team/app:pull,delete repository team/app pull,delete",
                "repository:host:5000/team/app:pull repository host:5000/team/app pull",
                "repository(plugin):team/app:pull repository team/app pull",
                "registry:catalog:* registry catalog *",
                "repository:a:push,pull repository a pull,push",
                "repository:a:*,delete,x,push,pull repository a pull,push,delete,*,x",
            })
    void a_scope_is_type_name_and_actions(String text, String type, String name, String actions) {
        Scope scope = Scope.parse(text);
        assertThat(scope.type()).isEqualTo(type);
        assertThat(scope.name()).isEqualTo(name);
        assertThat(String.join(",", scope.actions())).isEqualTo(actions);
    }

    @Test
    void the_class_stays_where_it_was() {
        assertThat(Scope.parse("repository(plugin):a:pull")).hasToString("repository(plugin):a:pull");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "container_registry", "a:b", ""})
    void a_text_of_another_form_is_kept_as_it_is(String text) {
        assertThat(Scope.parse(text)).hasToString(text);
        assertThat(Scope.parse(text).actions()).isEmpty();
    }

    @Test
    void all_actions_cover_each() {
        assertThat(Scope.parse("repository:a:*").covers(Scope.parse("repository:a:pull,delete")))
                .isTrue();
        assertThat(Scope.parse("repository:a:pull").covers(Scope.parse("repository:a:pull,delete")))
                .isFalse();
        assertThat(Scope.parse("repository:a:*").covers(Scope.parse("repository:b:pull")))
                .isFalse();
    }
}
