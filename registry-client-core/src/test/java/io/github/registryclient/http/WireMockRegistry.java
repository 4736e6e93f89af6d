package io.github.registryclient.http;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A registry played by WireMock, one for each test class, and a client with default settings that repeats nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WireMockRegistry {
    static final String APP = "/v2/team/app";
    static final String API_VERSION = "Docker-Distribution-Api-Version";

    @RegisterExtension
    final WireMockExtension server = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort().stubCorsEnabled(false))
            .build();

    final RepositoryName app = RepositoryName.of("team/app");
    final Tag tag = Tag.of("1.0");
    final Digest digest = Digest.of(Samples.sha256(Samples.MANIFEST));
    HttpRegistryClient client;

    @BeforeEach
    final void connect() {
        client = settings().build();
    }

    @AfterEach
    final void disconnect() {
        client.close();
    }

    final HttpRegistryClientBuilder settings() {
        return HttpRegistryClient.builder(server.baseUrl()).retries(0);
    }

    final void on(MappingBuilder request, ResponseDefinitionBuilder answer) {
        server.stubFor(request.willReturn(answer));
    }

    static MappingBuilder head(String path) {
        return WireMock.head(WireMock.urlEqualTo(path));
    }

    static MappingBuilder get(String path) {
        return WireMock.get(WireMock.urlEqualTo(path));
    }

    static MappingBuilder delete(String path) {
        return WireMock.delete(WireMock.urlEqualTo(path));
    }

    static String manifest(Object reference) {
        return APP + "/manifests/" + reference;
    }

    /** The answer of a registry to HEAD or GET of the sample manifest. */
    final ResponseDefinitionBuilder theManifest() {
        return manifestClaiming(digest.toString());
    }

    static ResponseDefinitionBuilder manifestClaiming(String claim) {
        return undigested().withHeader("Docker-Content-Digest", claim);
    }

    /** The same from a registry that names no digest. */
    static ResponseDefinitionBuilder undigested() {
        return aResponse().withHeader("Content-Type", Samples.OCI_MANIFEST).withBody(Samples.MANIFEST);
    }

    /** A refusal as distribution words it. */
    static ResponseDefinitionBuilder refusal(int status, String code) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withHeader(API_VERSION, "registry/2.0")
                .withBody(Samples.error(code, "said so"));
    }

    static ResponseDefinitionBuilder plain(int status, String type, String body) {
        return aResponse().withStatus(status).withHeader("Content-Type", type).withBody(body);
    }

    /** What the server saw, in order, such as {@code HEAD /v2/team/app/manifests/1.0}. */
    final List<String> seen() {
        return requests().stream()
                .map(request -> request.getMethod() + " " + request.getUrl())
                .collect(Collectors.toList());
    }

    final List<LoggedRequest> requests() {
        return server.findAll(WireMock.anyRequestedFor(WireMock.anyUrl()));
    }
}
