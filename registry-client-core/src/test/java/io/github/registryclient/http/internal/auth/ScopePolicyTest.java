package io.github.registryclient.http.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.http.internal.transport.RequestBuilder;
import io.github.registryclient.name.RepositoryName;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What tokens are asked for, request by request. */
class ScopePolicyTest {
    private final ScopePolicy policy = new ScopePolicy(false, new HostFacts());
    private final ScopePolicy minimal = new ScopePolicy(true, new HostFacts());

    private static Access access(String method, String path) {
        return Access.of(builder(method, path).build());
    }

    private static RequestBuilder builder(String method, String path) {
        RequestBuilder request = Request.builder(method, URI.create("https://registry.example/v2/" + path));
        if (path.startsWith("_") || path.isEmpty()) {
            return path.isEmpty() ? request : request.catalog();
        }
        return request.repository(RepositoryName.of(path.substring(0, path.indexOf('/', path.indexOf('/') + 1))));
    }

    private static Access read(String repository) {
        return access("GET", repository + "/tags/list");
    }

    private static Access delete(String repository) {
        return access("DELETE", repository + "/manifests/x");
    }

    private static Access write(String repository) {
        return access("POST", repository + "/blobs/uploads/");
    }

    @Test
    void an_accounts_first_token_is_for_deleting_too() {
        assertThat(policy.planned(read("team/app"), false)).hasToString("repository:team/app:pull,delete");
        assertThat(policy.planned(delete("team/app"), false)).hasToString("repository:team/app:pull,delete");
        assertThat(policy.planned(read("team/other"), false)).hasToString("repository:team/other:pull,delete");
    }

    @Test
    void nobody_asks_for_reading_only_until_it_deletes() {
        assertThat(policy.planned(read("team/app"), true)).hasToString("repository:team/app:pull");
        assertThat(policy.planned(delete("team/app"), true)).hasToString("repository:team/app:pull,delete");
        assertThat(policy.planned(read("team/app"), true)).hasToString("repository:team/app:pull,delete");
    }

    @Test
    void a_token_grows_with_what_is_done() {
        policy.planned(read("team/app"), false);
        assertThat(policy.planned(write("team/app"), false)).hasToString("repository:team/app:pull,push,delete");
        assertThat(policy.planned(read("team/app"), false)).hasToString("repository:team/app:pull,push,delete");
    }

    @Test
    void the_catalog_has_a_scope_of_its_own_and_the_root_none() {
        assertThat(policy.planned(access("GET", "_catalog"), false)).hasToString("registry:catalog:*");
        assertThat(policy.planned(access("GET", ""), false).isEmpty()).isTrue();
    }

    @Test
    void a_catalog_scope_that_the_token_server_refuses_is_not_asked_for_again() {
        Access catalog = access("GET", "_catalog");
        Scopes refused = policy.planned(catalog, false);
        Optional<Scopes> less = policy.narrower(catalog, refused, Scopes.NONE);
        assertThat(less).contains(Scopes.NONE);
        assertThat(policy.narrower(catalog, Scopes.NONE, Scopes.NONE)).isEmpty();
        policy.accepted(catalog, refused, less.orElseThrow(), true);
        assertThat(policy.planned(catalog, false).isEmpty()).isTrue();
    }

    @Test
    void a_refused_delete_is_left_out_everywhere_and_what_challenges_name_is_learnt() {
        Scopes refused = policy.planned(read("team/app"), false);
        Scopes less = policy.narrower(read("team/app"), refused, Scopes.NONE).orElseThrow();
        assertThat(less).hasToString("repository:team/app:pull");
        policy.accepted(read("team/app"), refused, less, true);
        assertThat(policy.planned(read("team/other"), false)).hasToString("repository:team/other:pull");

        Scopes quays = Scopes.parse("repository:team/app:pull,push");
        assertThat(policy.demanded(delete("team/app"), quays, false)).hasToString("repository:team/app:pull,push");
        assertThat(policy.planned(delete("team/other"), false)).hasToString("repository:team/other:pull,push");
    }

    @Test
    void a_delete_that_the_challenge_itself_names_is_left_out_last() {
        Scopes challenge = Scopes.parse("repository:team/app:pull,delete");
        Scopes asked = policy.demanded(delete("team/app"), challenge, false);
        assertThat(policy.narrower(delete("team/app"), asked, challenge))
                .map(Scopes::toString)
                .contains("repository:team/app:pull");
        assertThat(policy.narrower(delete("team/app"), Scopes.parse("repository:team/app:pull"), Scopes.NONE))
                .isEmpty();
    }

    @Test
    void the_challenges_scope_comes_first_with_what_the_session_needs() {
        Scopes challenge = Scopes.parse("repository:team/app:metadata_read aws:x:y");
        assertThat(policy.demanded(read("team/app"), challenge, false))
                .hasToString("repository:team/app:pull,delete,metadata_read aws:x:y");
        assertThat(policy.planned(read("team/next"), false))
                .hasToString("repository:team/next:pull,delete,metadata_read");
    }

    @Test
    void actions_that_no_registry_has_are_not_learnt() {
        policy.demanded(read("team/app"), Scopes.parse("repository:team/app:" + "x".repeat(50) + ",A,b!"), true);
        assertThat(policy.planned(read("team/next"), true)).hasToString("repository:team/next:pull");
    }

    @Test
    void a_registry_that_demands_other_actions_each_time_does_not_fill_the_memory() {
        for (int i = 0; i < 300; i++) {
            String actions = "a" + i + "x".repeat(i % 2 == 0 ? 20 : 5000);
            Scopes challenge = Scopes.parse("repository:team/app:pull," + actions);
            Scopes demanded = policy.demanded(read("team/app"), challenge, false);

            assertThat(demanded.cover(challenge))
                    .as("what is demanded is asked for")
                    .isTrue();
            policy.accepted(read("team/app"), demanded, challenge, false);
            policy.sufficed(delete("team/app"), demanded);
        }
        assertThat(policy.planned(read("team/app"), false).toString()).hasSizeLessThan(1500);
    }

    @Test
    void a_mount_needs_the_other_repository_for_once() {
        Request mount = builder("POST", "team/app/blobs/uploads/")
                .needs(RepositoryName.of("team/base"), "pull")
                .build();
        assertThat(policy.planned(Access.of(mount), true))
                .hasToString("repository:team/base:pull repository:team/app:pull,push");
        assertThat(policy.planned(write("team/app"), true)).hasToString("repository:team/app:pull,push");
    }

    @Test
    void minimal_scopes_are_what_challenges_name() {
        assertThat(minimal.planned(read("team/app"), false)).hasToString("repository:team/app:pull");
        assertThat(minimal.planned(delete("team/app"), false)).hasToString("repository:team/app:pull");
        assertThat(minimal.demanded(delete("team/app"), Scopes.parse("repository:team/app:delete"), false))
                .hasToString("repository:team/app:pull,delete");
        assertThat(minimal.planned(read("team/other"), false)).hasToString("repository:team/other:pull");
        assertThat(minimal.planned(delete("team/other"), false)).hasToString("repository:team/other:pull,delete");
        assertThat(minimal.wider(delete("team/app"), Scopes.parse("repository:team/app:delete")))
                .isEmpty();
    }

    @Test
    void a_deletion_that_is_refused_for_its_scope_asks_for_more_and_gives_up() {
        Access delete = delete("team/app");
        Scopes first = policy.planned(delete, false);
        Scopes second = policy.wider(delete, first).orElseThrow();
        assertThat(second).hasToString("repository:team/app:pull,push,delete");
        Scopes third = policy.wider(delete, second).orElseThrow();
        assertThat(third).hasToString("repository:team/app:*");
        assertThat(policy.wider(delete, third)).isEmpty();
        assertThat(policy.wider(delete, first))
                .as("not for every manifest anew")
                .isEmpty();
        assertThat(policy.wider(read("team/other"), first)).isEmpty();
    }

    @Test
    void what_let_a_deletion_through_is_asked_for_at_once_elsewhere() {
        Scopes wide = policy.wider(delete("team/app"), policy.planned(delete("team/app"), false))
                .orElseThrow();
        policy.sufficed(delete("team/app"), wide);
        assertThat(policy.planned(delete("team/app"), false)).hasToString("repository:team/app:pull,push,delete");
        assertThat(policy.planned(delete("team/other"), false)).hasToString("repository:team/other:pull,push,delete");
        assertThat(policy.planned(read("team/third"), false)).hasToString("repository:team/third:pull,delete");
    }
}
