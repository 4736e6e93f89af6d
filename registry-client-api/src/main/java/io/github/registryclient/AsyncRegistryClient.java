package io.github.registryclient;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.manifest.Descriptor;
import io.github.registryclient.manifest.ImageConfig;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Reference;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * A {@link RegistryClient} whose calls are futures: each is the same blocking call, made on another thread. {@link #call} makes
 * one future of any piece of work, such as reading a listing page by page.
 *
 * <p><b>Failures.</b> No method throws: wrong input, too, fails the future. It fails with the exception that the blocking call
 * throws, a {@link io.github.registryclient.error.RegistryException}. As always with {@link CompletableFuture}, {@code join()} and
 * stages further down see it as the cause of a {@link java.util.concurrent.CompletionException}, and {@code get()} as that of an
 * {@link java.util.concurrent.ExecutionException}.
 *
 * <p><b>Cancelling.</b> Whoever completes a future before its call is over ends the call: {@code cancel(true)}, {@code orTimeout},
 * {@code complete}. One that waits for its turn is never sent; of one under way the thread is interrupted, and so its connection
 * ends (on Java 11 the connection ends only with its timeout). Whether a deletion or an upload that was under way was carried out
 * is then unknown: look before repeating it. {@code cancel(false)} lets a call that has begun run on. Cancelling a stage derived
 * from the future, such as that of {@code thenApply}, cancels the call as well; a call that was begun inside {@code thenCompose} is
 * not reached through the stage, and {@code orTimeout} on a stage ends that stage only. Give {@link
 * CompletableFuture#minimalCompletionStage} to those who must not cancel.
 *
 * <p><b>Threads.</b> Safe for any number of threads. With threads of its own (daemons; virtual ones from Java 21 on) so many calls
 * run at a time, and the others wait in their order, without limit of number or time. What depends on a future runs on the thread
 * that completes it, or on the one that adds it, and is never interrupted by a cancellation. It must not wait for other futures of
 * the same client, whose thread it may hold: use {@code thenCompose}, or an {@code …Async} method.
 *
 * <p><b>Life cycle.</b> {@link #close} ends its calls and threads, and neither closes the client beneath nor a given executor.
 */
public final class AsyncRegistryClient implements AutoCloseable {
    private static final int CALLS = 8;
    private static final int MOST_CALLS = 1000;

    private final AsyncCalls calls;

    private AsyncRegistryClient(RegistryClient client, CallExecutor executor) {
        calls = new AsyncCalls(Objects.requireNonNull(client, "client"), executor);
    }

    /**
     * Calls on threads of its own, 8 at a time, as many as an {@code HttpRegistryClient} has connections unless told otherwise.
     *
     * @param client what makes the calls; stays open when this is closed
     * @return the asynchronous client, to be closed
     */
    public static AsyncRegistryClient over(RegistryClient client) {
        return over(client, CALLS);
    }

    /**
     * Calls on threads of its own.
     *
     * @param client what makes the calls; stays open when this is closed
     * @param concurrency how many calls at a time, 1 to 1000; more than the client has connections lets calls wait for one while
     *     their deadline runs
     * @return the asynchronous client, to be closed
     * @throws InvalidInputException if out of bounds
     */
    public static AsyncRegistryClient over(RegistryClient client, int concurrency) {
        if (concurrency < 1 || concurrency > MOST_CALLS) {
            throw new InvalidInputException("concurrency " + concurrency + ": expected 1 to " + MOST_CALLS);
        }
        return new AsyncRegistryClient(client, new OwnCallExecutor(concurrency));
    }

    /**
     * Calls on other threads, as many at a time as those are; a call that the executor refuses fails with its exception.
     *
     * @param client what makes the calls; stays open when this is closed
     * @param executor runs them; they block. Stays open when this is closed; shut it down after this, not before: a task that it drops
     *     leaves its future open until this is closed
     * @return the asynchronous client, to be closed
     */
    public static AsyncRegistryClient over(RegistryClient client, Executor executor) {
        return new AsyncRegistryClient(client, Objects.requireNonNull(executor, "executor")::execute);
    }

    /**
     * Any work with the registry as one call, such as several requests that belong together.
     *
     * @param work is given the client beneath; what it returns or throws completes the future. When the future is completed otherwise,
     *     its thread is interrupted while it works, and what it returns nonetheless is closed if it is a {@link java.io.Closeable}
     * @return what the work returns
     * @param <T> its type
     */
    public <T> CompletableFuture<T> call(Function<? super RegistryClient, ? extends T> work) {
        return calls.begin(Objects.requireNonNull(work, "work"));
    }

    /**
     * Lists the repositories, as far as the account may see them, see {@link RegistryClient#listRepositories()}.
     *
     * @return all of them, or a failure
     */
    public CompletableFuture<List<RepositoryName>> listRepositories() {
        return call(registry -> registry.listRepositories().toList());
    }

    /**
     * Lists the tags of a repository, see {@link RegistryClient#listTags(RepositoryName)}.
     *
     * @param repository the repository
     * @return all of them, each once, or a failure
     */
    public CompletableFuture<List<Tag>> listTags(RepositoryName repository) {
        return call(registry -> registry.listTags(repository).toList());
    }

    /**
     * Lists the tags of a repository, see {@link RegistryClient#listTags(String)}.
     *
     * @param repository the repository's name
     * @return all of them, each once, or a failure
     */
    public CompletableFuture<List<Tag>> listTags(String repository) {
        return call(registry -> registry.listTags(repository).toList());
    }

    /**
     * Resolves a tag (or confirms a digest) to the digest of its manifest or index, see {@link
     * RegistryClient#getManifestDigest(RepositoryName, Reference)}.
     *
     * @param repository the repository
     * @param reference a tag or a digest
     * @return the digest
     */
    public CompletableFuture<Digest> getManifestDigest(RepositoryName repository, Reference reference) {
        return call(registry -> registry.getManifestDigest(repository, reference));
    }

    /**
     * Resolves a tag (or confirms a digest) to the digest of its manifest or index, see {@link
     * RegistryClient#getManifestDigest(String, String)}.
     *
     * @param repository the repository's name
     * @param reference a tag or a digest
     * @return the digest
     */
    public CompletableFuture<Digest> getManifestDigest(String repository, String reference) {
        return call(registry -> registry.getManifestDigest(repository, reference));
    }

    /**
     * Resolves a tag (or confirms a digest) to the digest of its manifest or index, see {@link
     * RegistryClient#getManifestDigest(String, Reference)}.
     *
     * @param repository the repository's name
     * @param reference a tag or a digest
     * @return the digest
     */
    public CompletableFuture<Digest> getManifestDigest(String repository, Reference reference) {
        return call(registry -> registry.getManifestDigest(repository, reference));
    }

    /**
     * Resolves many tags of one repository side by side; that is one call here, see {@link
     * RegistryClient#resolveTags(RepositoryName, Collection)}.
     *
     * @param repository the repository
     * @param tags the tags
     * @return the digests
     */
    public CompletableFuture<ResolvedTags> resolveTags(RepositoryName repository, Collection<Tag> tags) {
        return call(registry -> registry.resolveTags(repository, tags));
    }

    /**
     * Resolves many tags of one repository side by side; that is one call here, see {@link RegistryClient#resolveTags(String,
     * Collection)}.
     *
     * @param repository the repository's name
     * @param tags the tags
     * @return the digests
     */
    public CompletableFuture<ResolvedTags> resolveTags(String repository, Collection<Tag> tags) {
        return call(registry -> registry.resolveTags(repository, tags));
    }

    /**
     * Reads a manifest or index, see {@link RegistryClient#getManifest(RepositoryName, Reference)}.
     *
     * @param repository the repository
     * @param reference a tag or a digest
     * @return the manifest
     */
    public CompletableFuture<Manifest> getManifest(RepositoryName repository, Reference reference) {
        return call(registry -> registry.getManifest(repository, reference));
    }

    /**
     * Reads a manifest or index, see {@link RegistryClient#getManifest(String, String)}.
     *
     * @param repository the repository's name
     * @param reference a tag or a digest
     * @return the manifest
     */
    public CompletableFuture<Manifest> getManifest(String repository, String reference) {
        return call(registry -> registry.getManifest(repository, reference));
    }

    /**
     * Reads a manifest or index, see {@link RegistryClient#getManifest(String, Reference)}.
     *
     * @param repository the repository's name
     * @param reference a tag or a digest
     * @return the manifest
     */
    public CompletableFuture<Manifest> getManifest(String repository, Reference reference) {
        return call(registry -> registry.getManifest(repository, reference));
    }

    /**
     * Reads a manifest only if it is another one than known, see {@link RegistryClient#getManifestIfChanged(RepositoryName,
     * Reference, Digest)}.
     *
     * @param repository the repository
     * @param reference a tag or a digest
     * @param known the digest that is known already
     * @return the manifest, or empty if it still is the known one
     */
    public CompletableFuture<Optional<Manifest>> getManifestIfChanged(
            RepositoryName repository, Reference reference, Digest known) {
        return call(registry -> registry.getManifestIfChanged(repository, reference, known));
    }

    /**
     * Reads the configuration of an image manifest, see {@link RegistryClient#getImageConfig(RepositoryName, Manifest)}.
     *
     * @param repository the repository
     * @param image a manifest with a configuration
     * @return the configuration
     */
    public CompletableFuture<ImageConfig> getImageConfig(RepositoryName repository, Manifest image) {
        return call(registry -> registry.getImageConfig(repository, image));
    }

    /**
     * Deletes a manifest <b>and with it every tag that points to it</b>, see {@link RegistryClient#deleteManifest(RepositoryName,
     * Digest)}.
     *
     * @param repository the repository
     * @param digest the digest
     * @return what became of it
     */
    public CompletableFuture<DeleteResult> deleteManifest(RepositoryName repository, Digest digest) {
        return call(registry -> registry.deleteManifest(repository, digest));
    }

    /**
     * Deletes a manifest <b>and with it every tag that points to it</b>, see {@link RegistryClient#deleteManifest(RepositoryName,
     * Manifest)}.
     *
     * @param repository the repository
     * @param manifest the manifest
     * @return what became of it
     */
    public CompletableFuture<DeleteResult> deleteManifest(RepositoryName repository, Manifest manifest) {
        return call(registry -> registry.deleteManifest(repository, manifest));
    }

    /**
     * Deletes a manifest <b>and with it every tag that points to it</b>, see {@link RegistryClient#deleteManifest(String, Digest)}.
     *
     * @param repository the repository's name
     * @param digest the digest
     * @return what became of it
     */
    public CompletableFuture<DeleteResult> deleteManifest(String repository, Digest digest) {
        return call(registry -> registry.deleteManifest(repository, digest));
    }

    /**
     * Deletes a manifest <b>and with it every tag that points to it</b>, see {@link RegistryClient#deleteManifest(String, String)}.
     *
     * @param repository the repository's name
     * @param digest a digest; a tag is refused
     * @return what became of it
     */
    public CompletableFuture<DeleteResult> deleteManifest(String repository, String digest) {
        return call(registry -> registry.deleteManifest(repository, digest));
    }

    /**
     * Removes one tag and leaves its manifest, where the registry can, see {@link RegistryClient#deleteTag(RepositoryName, Tag)}.
     *
     * @param repository the repository
     * @param tag the tag
     * @return what became of it
     */
    public CompletableFuture<DeleteResult> deleteTag(RepositoryName repository, Tag tag) {
        return call(registry -> registry.deleteTag(repository, tag));
    }

    /**
     * Removes one tag and leaves its manifest, where the registry can, see {@link RegistryClient#deleteTag(String, String)}.
     *
     * @param repository the repository's name
     * @param tag the tag
     * @return what became of it
     */
    public CompletableFuture<DeleteResult> deleteTag(String repository, String tag) {
        return call(registry -> registry.deleteTag(repository, tag));
    }

    /**
     * Lists what refers to a manifest, see {@link RegistryClient#listReferrers(RepositoryName, Digest)}.
     *
     * @param repository the repository
     * @param subject the manifest's digest
     * @return all of them, or a failure
     */
    public CompletableFuture<List<Descriptor>> listReferrers(RepositoryName repository, Digest subject) {
        return call(registry -> registry.listReferrers(repository, subject).toList());
    }

    /**
     * Lists the referrers of one type, see {@link RegistryClient#listReferrers(RepositoryName, Digest, String)}.
     *
     * @param repository the repository
     * @param subject the manifest's digest
     * @param artifactType the type wanted
     * @return all of them, or a failure
     */
    public CompletableFuture<List<Descriptor>> listReferrers(
            RepositoryName repository, Digest subject, String artifactType) {
        return call(registry ->
                registry.listReferrers(repository, subject, artifactType).toList());
    }

    /**
     * Whether a blob is there, and how large, see {@link RegistryClient#findBlobSize(RepositoryName, Digest)}.
     *
     * @param repository the repository
     * @param digest the digest
     * @return its size in bytes, or empty
     */
    public CompletableFuture<OptionalLong> findBlobSize(RepositoryName repository, Digest digest) {
        return call(registry -> registry.findBlobSize(repository, digest));
    }

    /**
     * Opens a blob, see {@link RegistryClient#openBlob(RepositoryName, Digest)}. The stream blocks, and holds a connection until it
     * is closed; to read it in the same call: {@code call(registry -> { try (InputStream blob = registry.openBlob(repository,
     * digest)) { … } })}.
     *
     * @param repository the repository
     * @param digest the digest
     * @return the content, to be closed
     */
    public CompletableFuture<InputStream> openBlob(RepositoryName repository, Digest digest) {
        return call(registry -> registry.openBlob(repository, digest));
    }

    /**
     * Opens a part of a blob, see {@link #openBlob(RepositoryName, Digest)}.
     *
     * @param repository the repository
     * @param digest the digest
     * @param range the part wanted
     * @return exactly the part, to be closed
     */
    public CompletableFuture<InputStream> openBlob(RepositoryName repository, Digest digest, ByteRange range) {
        return call(registry -> registry.openBlob(repository, digest, range));
    }

    /**
     * Stores a manifest, byte for byte, under a tag or under its digest, see {@link RegistryClient#putManifest(RepositoryName,
     * Reference, Manifest)}.
     *
     * @param repository the repository
     * @param reference a tag or a digest
     * @param manifest the manifest
     * @return its digest
     */
    public CompletableFuture<Digest> putManifest(RepositoryName repository, Reference reference, Manifest manifest) {
        return call(registry -> registry.putManifest(repository, reference, manifest));
    }

    /**
     * Uploads a blob in one piece, unless it is there already with the same size, see {@link
     * RegistryClient#uploadBlob(RepositoryName, byte[])}.
     *
     * @param repository the repository
     * @param content the bytes; not to be changed before the future is complete
     * @return its digest
     */
    public CompletableFuture<Digest> uploadBlob(RepositoryName repository, byte[] content) {
        return call(registry -> registry.uploadBlob(repository, content));
    }

    /**
     * Uploads a file as a blob in one piece, unless it is there already with the same size, see {@link
     * RegistryClient#uploadBlob(RepositoryName, Path)}.
     *
     * @param repository the repository
     * @param content a file that does not change meanwhile
     * @return its digest
     */
    public CompletableFuture<Digest> uploadBlob(RepositoryName repository, Path content) {
        return call(registry -> registry.uploadBlob(repository, content));
    }

    /**
     * Makes a blob of another repository available in this one, without transferring it, see {@link
     * RegistryClient#mountBlob(RepositoryName, Digest, RepositoryName)}.
     *
     * @param repository the repository that is to have it
     * @param digest the digest
     * @param from the repository that has it
     * @return true if mounted; false if the registry did not
     */
    public CompletableFuture<Boolean> mountBlob(RepositoryName repository, Digest digest, RepositoryName from) {
        return call(registry -> registry.mountBlob(repository, digest, from));
    }

    /**
     * What the registry can do, as far as reading tells, see {@link RegistryClient#capabilities(RepositoryName)}.
     *
     * @param repository the repository
     * @return the capabilities
     */
    public CompletableFuture<Capabilities> capabilities(RepositoryName repository) {
        return call(registry -> registry.capabilities(repository));
    }

    /**
     * What the registry can do, deletion included: sends a DELETE for what nobody has, see {@link
     * RegistryClient#probeCapabilities(RepositoryName)}.
     *
     * @param repository the repository
     * @return the capabilities
     */
    public CompletableFuture<Capabilities> probeCapabilities(RepositoryName repository) {
        return call(registry -> registry.probeCapabilities(repository));
    }

    /**
     * Ends all calls: their futures fail with a {@link io.github.registryclient.error.ClientClosedException}, those that waited at
     * once and without having been sent, those under way as soon as their interrupted thread returns. Does not wait for that. May
     * be called more than once and from any thread; later calls fail the same way.
     */
    @Override
    public void close() {
        calls.close();
    }

    /**
     * Which registry this is.
     *
     * @return the description of the client beneath
     */
    @Override
    public String toString() {
        return calls.toString();
    }
}
