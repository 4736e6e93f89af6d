package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.http.Handler;
import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.RequestBuilder;
import io.github.registryclient.testkit.manner.Manner;
import io.github.registryclient.testkit.manner.Manners;
import io.github.registryclient.testkit.registry.Answer;
import io.github.registryclient.testkit.registry.Settings;
import io.github.registryclient.testkit.registry.store.MemoryStorage;
import io.github.registryclient.testkit.registry.store.Store;
import io.github.registryclient.testkit.registry.switches.Switches;
import io.github.registryclient.testkit.sample.SampleBlob;
import io.github.registryclient.testkit.sample.SampleManifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;

/** A registry with manners, without a connection and without anybody at its door, and requests for it. */
final class PlayedRegistry {
    static final String NOBODYS = "sha256:" + "ab".repeat(32);
    static final String ACCEPT_ALL = "application/vnd.oci.image.index.v1+json,"
            + "application/vnd.oci.image.manifest.v1+json,"
            + "application/vnd.docker.distribution.manifest.list.v2+json,"
            + "application/vnd.docker.distribution.manifest.v2+json";

    private static final String HOST = "registry.test:5000";

    private final Store store;
    private final Mannered registry;
    private final Handler entrance;

    private PlayedRegistry(Store store, Mannered registry, Handler entrance) {
        this.store = store;
        this.registry = registry;
        this.entrance = entrance;
    }

    static PlayedRegistry with(Manner... wanted) {
        Manners manners = Manners.of("played");
        for (Manner manner : wanted) {
            manners = manners.with(manner, "this test");
        }
        return of(manners);
    }

    static PlayedRegistry of(Manners manners) {
        return of(manners, Settings.defaults(), new Switches());
    }

    static PlayedRegistry of(Manners manners, Settings settings) {
        return of(manners, settings, new Switches());
    }

    static PlayedRegistry of(Manners manners, Switches switches) {
        return of(manners, Settings.defaults(), switches);
    }

    private static PlayedRegistry of(Manners manners, Settings settings, Switches switches) {
        try {
            Store store = Store.open(new MemoryStorage());
            Mannered registry = Mannered.of(store, settings, manners);
            return new PlayedRegistry(store, registry, switches.around(registry, manners));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pushes a manifest with all that it needs, under tags. */
    PlayedRegistry push(String repository, SampleManifest manifest, String... tags) {
        manifest.children().forEach(child -> push(repository, child));
        for (SampleBlob blob : manifest.blobs()) {
            push(repository, blob);
        }
        put(repository, manifest.digest().toString(), manifest).requireStatus(201);
        for (String tag : tags) {
            put(repository, tag, manifest).requireStatus(201);
        }
        return this;
    }

    /** In one request, or in two where the server begins an upload. */
    private void push(String repository, SampleBlob blob) {
        Answer answer = send("POST", "/v2/" + repository + "/blobs/uploads/?digest=" + blob.digest(), blob.bytes());
        if (answer.status() == 202) {
            String end = answer.end(blob.digest().toString()).replace("http://" + HOST, "");
            answer = send("PUT", end, blob.bytes());
        }
        answer.requireStatus(201);
    }

    Answer put(String repository, String reference, SampleManifest manifest) {
        String target = "/v2/" + repository + "/manifests/" + reference;
        return send("PUT", target, manifest.bytes(), "Content-Type", manifest.mediaType());
    }

    Answer get(String target, String... headers) {
        return send("GET", target, new byte[0], headers);
    }

    Answer head(String target, String... headers) {
        return send("HEAD", target, new byte[0], headers);
    }

    Answer delete(String target, String... headers) {
        return send("DELETE", target, new byte[0], headers);
    }

    Answer manifest(String repository, Object reference) {
        return get("/v2/" + repository + "/manifests/" + reference, "Accept", ACCEPT_ALL);
    }

    Answer deleteManifest(String repository, Object reference) {
        return delete("/v2/" + repository + "/manifests/" + reference);
    }

    Answer send(String method, String target, byte[] body, String... headers) {
        RequestBuilder request = Request.builder(method, target).body(body).header("Host", HOST);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return new Answer(entrance.handle(request.build()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<String> tags(String repository) {
        Set<String> tags = new TreeSet<>();
        store.tags(RepositoryName.of(repository)).keySet().forEach(tag -> tags.add(tag.toString()));
        return tags;
    }

    boolean stores(String repository, Digest manifest) {
        return store.manifest(RepositoryName.of(repository), manifest).isPresent();
    }

    void collect() {
        try {
            store.collect(false, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void restart() {
        registry.restart();
    }
}
