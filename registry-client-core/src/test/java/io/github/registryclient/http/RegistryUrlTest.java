package io.github.registryclient.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The address of a registry as people type it. */
class RegistryUrlTest {
    @ParameterizedTest
    @CsvSource({
        "https://registry.example.com, https://registry.example.com",
        "https://registry.example.com/, https://registry.example.com",
        "HTTPS://Registry.Example.COM:443, https://registry.example.com:443",
        "http://localhost:5000, http://localhost:5000",
        "http://127.0.0.1:5000/, http://127.0.0.1:5000",
        "http://[::1]:5000, http://[::1]:5000",
        "http://registry, http://registry",
        "http://xn--bcher-kva.example, http://xn--bcher-kva.example",
        "https://docker.io, https://registry-1.docker.io",
        "https://Index.Docker.io/, https://registry-1.docker.io",
        "https://registry.hub.docker.com, https://registry-1.docker.io",
        "https://registry-1.docker.io, https://registry-1.docker.io",
        "https://docker.io.example.com, https://docker.io.example.com",
        "https://example.com/registry, https://example.com/registry",
        "https://Example.com/Registry/, https://example.com/Registry",
        "http://localhost:8081/repository/docker-hosted, http://localhost:8081/repository/docker-hosted",
        "https://example.com/artifactory/api/docker/docker.local_1~x/, https://example.com/artifactory/api/docker/docker.local_1~x",
        "https://example.com/api/v2/docker, https://example.com/api/v2/docker",
    })
    void a_good_url_is_reduced_to_its_origin_and_the_path_before_v2(String text, String reduced) {
        assertThat(RegistryUrl.parse(text)).hasToString(reduced);
    }

    @ParameterizedTest
    @CsvSource({
        "'', https://",
        "registry.example.com, https://",
        "localhost:5000, https://",
        "ftp://registry.example.com, https://",
        "https:registry.example.com, https://",
        "' https://registry.example.com', https://",
        "http://my_registry:5000, underscore",
        "https://registry.example.com/v2/, leave out",
        "https://registry.example.com/v2, leave out",
        "https://registry.example.com/v2/team/app, leave out",
        "https://registry.example.com/registry/v2/, leave out",
        "https://registry.example.com//, single slashes",
        "https://registry.example.com/a//b, single slashes",
        "https://registry.example.com/../b, single slashes",
        "https://registry.example.com/a/./b, single slashes",
        "https://registry.example.com/a/.., single slashes",
        "https://registry.example.com/a%2Fb, single slashes",
        "https://registry.example.com/a;b, single slashes",
        "https://docker.io/library/alpine, name of the repository",
        "https://registry-1.docker.io/library, name of the repository",
        "https://registry.example.com?x=1, query",
        "https://registry.example.com/#x, fragment",
        "https://registry.example.com:0, port",
        "https://registry.example.com:65536, port",
        "https://registry.example.com:99999999999, host",
        "https://, URL",
        "https:///v2, host",
        "https://regi stry.example.com, character",
        "https://registry.example.com:abc, host",
        "https://-registry-.example-, host",
    })
    void a_bad_url_is_refused_with_the_reason(String text, String reason) {
        assertThatThrownBy(() -> HttpRegistryClient.builder(text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:5ecre7@registry.example.com",
                "https://5ecre7@registry.example.com",
                "https://user:5ec/re7@registry.example.com",
                "https://user:5ecre7 x@registry.example.com",
                "https://user:5ecre7^@registry.example.com",
                "https://user:p@5ecre7@registry.example.com",
                "https://user:5ecre7%@registry.example.com",
                "https://user:[5ecre7@registry.example.com",
                "https://user:5ecre7#x@registry.example.com",
                "https://user:5ecre7?x@registry.example.com",
                "user:5ecre7@registry.example.com",
                "ftp://user:5ecre7@registry.example.com",
                "//user:5ecre7@registry.example.com",
                "user:5ecre7@https://registry.example.com",
            })
    void a_password_in_the_url_is_refused_and_never_shown(String text) {
        assertThatThrownBy(() -> HttpRegistryClient.builder(text))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageNotContainingAny("5ecre7", "5ec/re7", "re7");
    }

    @Test
    void user_information_is_pointed_to_the_builder() {
        assertThatThrownBy(() -> HttpRegistryClient.builder("https://user:x@registry.example.com"))
                .hasMessageContaining("credentials(...)");
    }
}
