package io.github.registryclient.examples.snippets;

import io.github.registryclient.AsyncRegistryClient;
import io.github.registryclient.RegistryClient;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The same calls as futures. */
public final class Futures {
    private Futures() {}

    /**
     * Resolves tags and measures a layer without waiting in between.
     *
     * @param registry the registry
     * @param repository the repository
     * @param layer one of its blobs
     * @return a line for people
     */
    public static String look(RegistryClient registry, RepositoryName repository, Digest layer) {
        // region futures
        try (AsyncRegistryClient async = AsyncRegistryClient.over(registry)) { // 8 calls at a time, the others wait
            CompletableFuture<Integer> images = async.listTags(repository)
                    .orTimeout(30, TimeUnit.SECONDS) // ends the call and its connection, as cancel(true) does
                    .thenCompose(tags -> async.resolveTags(repository, tags)) // not join(): a stage holds a thread
                    .thenApply(resolved -> resolved.tagsByDigest().size());

            // any work with the client as one future, cancelled as one
            CompletableFuture<Long> bytes = async.call(client -> {
                try (InputStream blob = client.openBlob(repository, layer)) {
                    return blob.transferTo(OutputStream.nullOutputStream());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            return images.join() + " images, " + bytes.join() + " bytes";
        }
        // endregion
    }
}
