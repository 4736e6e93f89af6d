package io.github.registryclient.http.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.http.event.Route;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many addresses, few routes. */
class RoutesTest {
    @ParameterizedTest
    @CsvSource({
        "/v2/, ROOT",
        "/prefix/v2/, ROOT",
        "/v2/_catalog?n=5, CATALOG",
        "/v2/team/app/tags/list?last=x, TAGS",
        "/v2/team/app/manifests/1.0, MANIFESTS",
        "/v2/team/app/manifests/sha256:00, MANIFESTS",
        "/v2/manifests/blobs/tags/list, TAGS",
        "/v2/team/app/manifests/list, MANIFESTS",
        "/v2/team/app/blobs/sha256:00, BLOBS",
        "/v2/team/app/blobs/uploads/?mount=x, UPLOADS",
        "/v2/team/app/blobs/uploads/6a-b, UPLOADS",
        "/v2/team/app/referrers/sha256:00, REFERRERS",
        "/store/b, OTHER",
        "/, OTHER",
    })
    void an_address_is_known_by_its_end(String address, Route route) {
        assertThat(Routes.of(URI.create("https://registry.example.com" + address)))
                .isEqualTo(route);
    }

    @org.junit.jupiter.api.Test
    void an_address_without_a_path_is_none_of_them() {
        assertThat(Routes.of(URI.create("https://registry.example.com"))).isEqualTo(Route.OTHER);
    }
}
