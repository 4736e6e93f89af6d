package io.github.registryclient.examples.demo;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.URI;

/** Stands in front of a real registry, hands everything on, and answers some requests itself. */
final class Gateway implements AutoCloseable {
    private final WireMockServer server = new WireMockServer(
            wireMockConfig().bindAddress("127.0.0.1").dynamicPort().gzipDisabled(true));

    Gateway(URI registry) {
        server.start();
        server.stubFor(any(anyUrl()).atPriority(9).willReturn(aResponse().proxiedFrom(registry.toString())));
    }

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    void answer(String path, int status, String body) {
        server.stubFor(any(urlPathEqualTo(path))
                .atPriority(1)
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "application/json")
                        .withBody(body)));
    }

    @Override
    public void close() {
        server.stop();
    }
}
