package io.github.registryclient.cleanup.read;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.cleanup.graph.ManifestFacts;
import io.github.registryclient.cleanup.store.DocumentCache;
import io.github.registryclient.error.MalformedDocumentException;
import io.github.registryclient.error.NotFoundException;
import io.github.registryclient.manifest.ImageConfig;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.manifest.MediaTypes;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Manifests with their configurations, each read once, and not at all if they are in the cache. Asked only for digests that this
 * account has reached in the repository: under a tag, in an index that it read there, or among referrers that were listed to it.
 * Thread-safe.
 */
final class Documents {
    /** Schema 1 is kept under another digest than that of its bytes, so it cannot be checked. */
    private static final String NO_TYPE = "";

    private final RegistryClient client;
    private final DocumentCache cache;
    private final FactsOf facts;
    private final Map<Digest, ManifestFacts> read = new ConcurrentHashMap<>();
    private final Set<Digest> fetched = ConcurrentHashMap.newKeySet();
    private final Turns<Digest> turns = new Turns<>();

    Documents(RegistryClient client, DocumentCache cache, FactsOf facts) {
        this.client = client;
        this.cache = cache;
        this.facts = facts;
    }

    /**
     * What this run has read in another repository, or is just reading there, is not read again, but asked for here unless it is
     * known to be here: else it would depend on which repository came first whether it is missing.
     */
    ManifestFacts read(RepositoryName repository, Digest digest, boolean isHere, Consumer<Digest> missingBlob) {
        return turns.take(digest, () -> {
            if (!isHere && fetched.contains(digest)) {
                client.getManifestDigest(repository, digest);
            }
            ManifestFacts known = read.get(digest);
            return known != null ? known : facts(repository, manifest(repository, digest), missingBlob);
        });
    }

    /** For what nothing here leads to: a cache proves content, never presence, so the registry is asked for it in any case. */
    ManifestFacts readHere(RepositoryName repository, Digest digest, Consumer<Digest> missingBlob) {
        Manifest manifest = fetched(repository, digest);
        ManifestFacts known = read.get(digest);
        return known != null ? known : facts(repository, manifest, missingBlob);
    }

    private ManifestFacts facts(RepositoryName repository, Manifest manifest, Consumer<Digest> missingBlob) {
        if (!Kinds.hasImageConfig(manifest)) {
            return remembered(facts.of(manifest, Optional.empty()));
        }
        try {
            return remembered(facts.of(manifest, Optional.of(config(repository, manifest))));
        } catch (NotFoundException e) {
            if (!e.response().saysMissing()) {
                throw e;
            }
            missingBlob.accept(manifest.config().orElseThrow().digest());
            return facts.of(manifest, Optional.empty());
        }
    }

    private ManifestFacts remembered(ManifestFacts facts) {
        read.put(facts.digest(), facts);
        return facts;
    }

    private Manifest manifest(RepositoryName repository, Digest digest) {
        Optional<Manifest> cached = cache.find(digest).flatMap(bytes -> parsed(bytes, digest));
        return cached.orElseGet(() -> fetched(repository, digest));
    }

    private Manifest fetched(RepositoryName repository, Digest digest) {
        Manifest manifest = client.getManifest(repository, digest);
        fetched.add(digest);
        if (!MediaTypes.isSchema1(manifest.mediaType())) {
            cache.keep(digest, manifest.bytes());
        }
        return manifest;
    }

    /** What does not fit its digest was altered, and is read anew. */
    private static Optional<Manifest> parsed(byte[] bytes, Digest digest) {
        try {
            return Optional.of(Manifest.parse(NO_TYPE, bytes, digest))
                    .filter(manifest -> manifest.kind() != Manifest.Kind.SCHEMA1);
        } catch (MalformedDocumentException altered) {
            return Optional.empty();
        }
    }

    private ImageConfig config(RepositoryName repository, Manifest manifest) {
        Digest digest = manifest.config().orElseThrow().digest();
        Optional<ImageConfig> cached = cache.find(digest).flatMap(bytes -> parsedConfig(bytes, digest));
        if (cached.isPresent()) {
            return cached.get();
        }
        ImageConfig config = client.getImageConfig(repository, manifest);
        cache.keep(digest, config.bytes());
        return config;
    }

    private static Optional<ImageConfig> parsedConfig(byte[] bytes, Digest digest) {
        try {
            return digest.sameAlgorithm(bytes).filter(digest::equals).map(same -> ImageConfig.parse(bytes));
        } catch (MalformedDocumentException altered) {
            return Optional.empty();
        }
    }
}
