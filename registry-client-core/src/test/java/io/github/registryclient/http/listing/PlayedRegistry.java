package io.github.registryclient.http.listing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.github.registryclient.Listing;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.HttpRegistryClientBuilder;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A registry that answers what a test wrote down, and clients of it; one for each test class, with nothing left of the test before. */
final class PlayedRegistry implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    static final String TAGS = "/v2/app/tags/list";
    static final String CATALOG = "/v2/_catalog";

    private final List<HttpRegistryClient> clients = new ArrayList<>();
    private final WireMockServer server =
            new WireMockServer(wireMockConfig().dynamicPort().containerThreads(12));

    @Override
    public void beforeAll(ExtensionContext context) {
        server.start();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        clients.forEach(HttpRegistryClient::close);
        clients.clear();
        server.resetAll();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server.stop();
    }

    String url() {
        return server.baseUrl();
    }

    HttpRegistryClient client(UnaryOperator<HttpRegistryClientBuilder> settings) {
        HttpRegistryClient client =
                settings.apply(HttpRegistryClient.builder(url()).retries(0)).build();
        clients.add(client);
        return client;
    }

    Listing<Tag> tags() {
        return client(settings -> settings).listTags("app");
    }

    Listing<RepositoryName> repositories() {
        return client(settings -> settings).listRepositories();
    }

    /** Answers a path and raw query, such as {@code /v2/_catalog?n=1000}. */
    void answer(String target, ResponseDefinitionBuilder answer) {
        server.stubFor(get(urlEqualTo(target)).willReturn(answer));
    }

    /** Answers with a page, and a link to the next one if given. */
    void page(String target, String json, String... links) {
        ResponseDefinitionBuilder answer = page(json);
        answer(target, links.length == 0 ? answer : answer.withHeader("Link", links));
    }

    void refuse(String target, int status, String code) {
        answer(target, refusal(status, code));
    }

    /** Refuses the first request, and answers those behind it as {@link #pageAfterRefusal} says. */
    void refuseOnce(String target, int status, String code) {
        server.stubFor(get(urlEqualTo(target))
                .inScenario(target)
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(refusal(status, code))
                .willSetStateTo("refused"));
    }

    void pageAfterRefusal(String target, String json) {
        server.stubFor(get(urlEqualTo(target))
                .inScenario(target)
                .whenScenarioStateIs("refused")
                .willReturn(page(json)));
    }

    /** What was asked for so far, in order. */
    List<String> asked() {
        List<String> asked = server.getAllServeEvents().stream()
                .map(event -> event.getRequest().getUrl())
                .collect(Collectors.toList());
        Collections.reverse(asked);
        return asked;
    }

    static ResponseDefinitionBuilder page(String json) {
        return aResponse()
                .withHeader("Content-Type", "application/json; charset=utf-8")
                .withBody(json);
    }

    static ResponseDefinitionBuilder refusal(int status, String code) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody("{\"errors\":[{\"code\":\"" + code + "\",\"message\":\"no\"}]}");
    }
}
