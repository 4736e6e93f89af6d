package io.github.registryclient.tests.manners;

import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is pushed to a repository, and requests that are sent one after the other. For one thread. */
final class Scenario {
    static final String ALL_TYPES = "application/vnd.oci.image.index.v1+json,"
            + "application/vnd.oci.image.manifest.v1+json,"
            + "application/vnd.docker.distribution.manifest.list.v2+json,"
            + "application/vnd.docker.distribution.manifest.v2+json";

    private final String name;
    private final List<SampleRepository> content;
    private final List<Exchange> exchanges = new ArrayList<>();
    private final Map<Integer, String> labels = new TreeMap<>();

    private Scenario(String name, List<SampleRepository> content) {
        this.name = name;
        this.content = content;
    }

    static Scenario of(String name, SampleRepository... content) {
        return new Scenario(name, List.of(content));
    }

    Collection<SampleRepository> content() {
        return content;
    }

    Scenario then(String... lines) {
        for (String line : lines) {
            then(Exchange.of(line));
        }
        return this;
    }

    Scenario then(Exchange exchange) {
        exchanges.add(exchange);
        return this;
    }

    /** Puts a manifest as it is. */
    Scenario put(String repository, String reference, SampleManifest manifest) {
        return then(Exchange.of("PUT /v2/" + repository + "/manifests/" + reference)
                .header("Content-Type", manifest.mediaType())
                .body(manifest.bytes()));
    }

    /** Looks at all that a repository was pushed with: what there is of it afterwards. */
    Scenario thenLookAt(SampleRepository repository) {
        String path = "/v2/" + repository.name();
        then("GET " + path + "/tags/list");
        repository.tags().keySet().forEach(tag -> read(path + "/manifests/" + tag));
        repository.manifests().forEach(manifest -> read(path + "/manifests/" + manifest.digest()));
        repository.blobs().forEach(blob -> then("HEAD " + path + "/blobs/" + blob.digest()));
        return this;
    }

    Scenario read(String path) {
        return then(Exchange.of("GET " + path).header("Accept", ALL_TYPES));
    }

    /** Says why the answers to the last request are not compared: its line stays, its answer is left out. */
    Scenario labelled(String reason) {
        labels.put(exchanges.size() - 1, reason);
        return this;
    }

    /** Sends all requests to a registry, and writes down what came back. */
    String play(URI registry) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < exchanges.size(); i++) {
            String answer = exchanges.get(i).with(registry).outline(registry);
            lines.add(exchanges.get(i) + "\n    " + labels.getOrDefault(i, answer));
        }
        return lines.stream().collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
        return name;
    }
}
