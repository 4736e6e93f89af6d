package io.github.registryclient.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.name.Tag;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every request carries, and what none does. */
class RequestHeadersTest extends WireMockRegistry {
    private static final List<String> TYPES = List.of(
            "application/vnd.oci.image.index.v1+json",
            "application/vnd.docker.distribution.manifest.list.v2+json",
            "application/vnd.oci.image.manifest.v1+json",
            "application/vnd.docker.distribution.manifest.v2+json",
            "application/vnd.oci.artifact.manifest.v1+json",
            "application/vnd.docker.distribution.manifest.v1+prettyjws",
            "application/vnd.docker.distribution.manifest.v1+json",
            "*/*");

    @Test
    void every_request_for_a_manifest_accepts_all_types_indexes_first() {
        on(head(manifest(tag)), undigested());
        on(get(manifest(tag)), undigested());
        on(head(manifest(digest)), undigested());
        on(get(manifest(digest)), undigested());
        on(delete(manifest(digest)), aResponse().withStatus(202));

        client.getManifestDigest(app, tag);
        client.getManifest(app, digest);
        client.getManifestIfChanged(app, tag, digest);
        client.resolveTags(app, List.of(tag, Tag.of("1.0")));
        client.deleteManifest(app, digest);

        List<LoggedRequest> looks = requests().stream()
                .filter(request -> !request.getMethod().getName().equals("DELETE"))
                .collect(Collectors.toList());
        assertThat(looks)
                .hasSizeGreaterThanOrEqualTo(8)
                .allSatisfy(request -> assertThat(
                                List.of(request.getHeader("Accept").split(",\\s*")))
                        .isEqualTo(TYPES));
    }

    @Test
    void nothing_asks_for_an_upgrade_an_encoding_or_a_cookie() {
        on(head(manifest(tag)), theManifest().withHeader("Set-Cookie", "sid=1"));
        client.getManifestDigest(app, tag);
        client.getManifestDigest(app, tag);
        assertThat(requests())
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.getHeaders().keys().stream()
                                .map(name -> name.toLowerCase(Locale.ROOT))
                                .collect(Collectors.toList()))
                        .doesNotContain(
                                "upgrade", "http2-settings", "accept-encoding", "cookie", "authorization", "expect"));
    }

    @Test
    void the_user_agent_is_the_librarys_or_the_users() {
        on(head(manifest(tag)), theManifest());
        client.getManifestDigest(app, tag);
        try (HttpRegistryClient named =
                settings().userAgent("cleanup/2.1 (ops)").build()) {
            named.getManifestDigest(app, tag);
        }
        assertThat(requests())
                .extracting(request -> request.getHeader("User-Agent"))
                .containsExactly("registry-client-java", "cleanup/2.1 (ops)");
    }

    @Test
    void a_body_that_is_sent_has_its_length() {
        on(
                com.github.tomakehurst.wiremock.client.WireMock.put(
                        com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo(manifest(tag))),
                aResponse().withStatus(201));
        on(get(manifest(tag)), undigested());
        client.putManifest(app, tag, client.getManifest(app, tag));
        assertThat(requests().get(1).getHeader("Content-Length")).isEqualTo("" + Samples.MANIFEST.length());
        assertThat(requests().get(1).getHeader("Expect")).isNull();
    }
}
