package io.github.registryclient.testkit.sample;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Reference;
import io.github.registryclient.name.RepositoryName;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/**
 * Pushes samples by plain HTTP. Thread-safe; a blob that one filler pushed to some repository is mounted into the next.
 *
 * <p>Failures are {@link UncooperativeRegistryException}s with what the registry answered.
 */
public final class RegistryFiller {
    private final PlainHttp http;
    private final Workers workers = new Workers();
    private final Map<Digest, RepositoryName> homes = new ConcurrentHashMap<>();

    private RegistryFiller(PlainHttp http) {
        this.http = http;
    }

    /**
     * A filler of an open registry.
     *
     * @param registry where it answers, such as {@code http://127.0.0.1:5000}
     * @return a new filler
     */
    public static RegistryFiller of(URI registry) {
        return new RegistryFiller(new PlainHttp(registry, ""));
    }

    /**
     * A filler of a registry that wants a user and a password (Basic).
     *
     * @param registry where it answers
     * @param user the user
     * @param password the password
     * @return a new filler
     */
    public static RegistryFiller of(URI registry, String user, String password) {
        return new RegistryFiller(new PlainHttp(registry, PlainHttp.basic(user, password)));
    }

    /**
     * A filler of a registry that wants a token (Bearer), the same one for all that is pushed.
     *
     * @param registry where it answers
     * @param token a token that allows all of it
     * @return a new filler
     */
    public static RegistryFiller withToken(URI registry, String token) {
        return new RegistryFiller(new PlainHttp(registry, "Bearer " + token));
    }

    /**
     * A filler of a registry that wants a token (Bearer) for each repository.
     *
     * @param registry where it answers
     * @param tokens makes a token that allows all of the repositories that a request touches: the one of its path, and behind it the
     *     one that a blob is mounted from. Called on several threads at once
     * @return a new filler
     */
    public static RegistryFiller withTokens(URI registry, Function<List<RepositoryName>, String> tokens) {
        return new RegistryFiller(new PlainHttp(registry, uri -> "Bearer " + tokens.apply(Touched.by(uri))));
    }

    /**
     * The same over TLS with other trust than the JVM's.
     *
     * @param context with the registry's authority
     * @return a new filler, which knows nothing of what this one pushed
     */
    public RegistryFiller trusting(SSLContext context) {
        return new RegistryFiller(http.trusting(context));
    }

    /**
     * Pushes a repository: blobs, then children before parents, then tags, those of children first
     * and the others in no order; then deletes what is to be missing.
     *
     * @param repository what is to be there
     * @return the same repository, which now is there
     */
    public SampleRepository push(SampleRepository repository) {
        pushBlobsAndManifests(repository);
        Collection<SampleManifest> all = repository.everPushed().values();
        List<Callable<Void>> tags = new ArrayList<>();
        repository.tagged().forEach((tag, manifest) -> {
            if (hasParentAmong(all, manifest)) {
                // Distribution 2.8 does not find a child that is being pushed again when its index is pushed.
                putManifest(repository.name(), tag, manifest);
            } else {
                tags.add(() -> {
                    putManifest(repository.name(), tag, manifest);
                    return null;
                });
            }
        });
        workers.run(tags);
        delete(repository);
        return repository;
    }

    /**
     * Pushes repositories side by side.
     *
     * @param repositories what is to be there
     */
    public void pushAll(Collection<SampleRepository> repositories) {
        List<SampleRepository> all = List.copyOf(repositories);
        if (all.isEmpty()) {
            return;
        }
        push(all.get(0)); // so that the others find a shared blob to mount
        List<Callable<Void>> others = new ArrayList<>();
        for (SampleRepository repository : all.subList(1, all.size())) {
            others.add(() -> {
                pushBlobsAndManifests(repository);
                repository.tagged().forEach((tag, manifest) -> putManifest(repository.name(), tag, manifest));
                delete(repository);
                return null;
            });
        }
        workers.run(others);
    }

    /** Manifests with a tag only are left to the tag, so that a tiny image costs one request less. */
    private void pushBlobsAndManifests(SampleRepository repository) {
        repository.blobs().forEach(blob -> pushBlob(repository.name(), blob));
        Collection<SampleManifest> all = repository.everPushed().values();
        for (SampleManifest manifest : all) {
            boolean needed = !repository.tagged().containsValue(manifest) || hasParentAmong(all, manifest);
            if (needed) {
                putManifest(repository.name(), manifest.digest(), manifest);
            }
        }
    }

    private void delete(SampleRepository repository) {
        for (SampleManifest manifest : repository.deleted()) {
            http.expect(
                    202,
                    http.request("/v2/" + repository.name() + "/manifests/" + manifest.digest())
                            .DELETE());
        }
    }

    private static boolean hasParentAmong(Collection<SampleManifest> all, SampleManifest manifest) {
        return all.stream()
                .anyMatch(other -> other.children().stream()
                        .anyMatch(child -> child.digest().equals(manifest.digest())));
    }

    /**
     * Pushes one blob, by mounting it where this filler knows a repository that has it.
     *
     * @param repository the repository that is to have it
     * @param blob the blob
     */
    public void pushBlob(RepositoryName repository, SampleBlob blob) {
        BlobPush push = new BlobPush(http, repository, blob);
        RepositoryName home = homes.get(blob.digest());
        if (home == null) {
            push.upload();
            homes.putIfAbsent(blob.digest(), repository);
        } else if (!home.equals(repository)) {
            push.mountFrom(home);
        }
    }

    /**
     * Pushes one manifest; what it points to must be there.
     *
     * @param repository the repository
     * @param reference a tag, or the manifest's digest
     * @param manifest the manifest
     */
    public void putManifest(RepositoryName repository, Reference reference, SampleManifest manifest) {
        http.expect(
                201,
                http.request("/v2/" + repository + "/manifests/" + reference)
                        .header("Content-Type", manifest.mediaType())
                        .PUT(PlainHttp.body(manifest.bytes())));
    }

    /**
     * Deletes a manifest without looking, as a careless client would.
     *
     * @param repository the repository
     * @param digest what stands in the request
     * @return the status that the registry answered
     */
    public int deleteManifest(RepositoryName repository, Reference digest) {
        return http.send(http.request("/v2/" + repository + "/manifests/" + digest)
                        .DELETE())
                .statusCode();
    }

    /**
     * Whether a manifest can be pulled, by GET with all types accepted.
     *
     * @param repository the repository
     * @param reference a tag or a digest
     * @return true if its bytes came, with the right digest where the reference is one
     */
    public boolean hasManifest(RepositoryName repository, Reference reference) {
        return http.has("/v2/" + repository + "/manifests/" + reference, reference);
    }

    /**
     * Whether a blob can be pulled, by GET and not by HEAD: registries with a cache lie about the latter.
     *
     * @param repository the repository
     * @param digest the blob's digest
     * @return true if its bytes came, with the right digest
     */
    public boolean hasBlob(RepositoryName repository, Digest digest) {
        return http.has("/v2/" + repository + "/blobs/" + digest, digest);
    }

    /**
     * Whether a manifest, its children and all their blobs can be pulled.
     *
     * @param repository the repository
     * @param manifest the manifest, asked for by its digest
     * @return true if nothing is missing
     */
    public boolean pulls(RepositoryName repository, SampleManifest manifest) {
        return hasManifest(repository, manifest.digest())
                && manifest.blobs().stream().allMatch(blob -> hasBlob(repository, blob.digest()))
                && manifest.children().stream().allMatch(child -> pulls(repository, child));
    }
}
