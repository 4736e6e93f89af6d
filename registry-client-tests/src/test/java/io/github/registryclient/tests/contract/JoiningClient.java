package io.github.registryclient.tests.contract;

import io.github.registryclient.AsyncRegistryClient;
import io.github.registryclient.ByteRange;
import io.github.registryclient.Capabilities;
import io.github.registryclient.DeleteResult;
import io.github.registryclient.Listing;
import io.github.registryclient.RegistryClient;
import io.github.registryclient.ResolvedTags;
import io.github.registryclient.manifest.Descriptor;
import io.github.registryclient.manifest.ImageConfig;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Reference;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The asynchronous client as a blocking one, so that the contract can judge it. */
final class JoiningClient implements RegistryClient {
    private final AsyncRegistryClient async;

    JoiningClient(AsyncRegistryClient async) {
        this.async = async;
    }

    static <T> T join(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException) {
                throw (RuntimeException) e.getCause();
            }
            throw e;
        }
    }

    @Override
    public URI registry() {
        return join(async.call(RegistryClient::registry));
    }

    @Override
    public Listing<RepositoryName> listRepositories() {
        return new JoiningListing<>(async, RegistryClient::listRepositories, async::listRepositories);
    }

    @Override
    public Listing<Tag> listTags(RepositoryName repository) {
        return new JoiningListing<>(async, registry -> registry.listTags(repository), () -> async.listTags(repository));
    }

    @Override
    public Digest getManifestDigest(RepositoryName repository, Reference reference) {
        return join(async.getManifestDigest(repository, reference));
    }

    @Override
    public ResolvedTags resolveTags(RepositoryName repository, Collection<Tag> tags) {
        return join(async.resolveTags(repository, tags));
    }

    @Override
    public Manifest getManifest(RepositoryName repository, Reference reference) {
        return join(async.getManifest(repository, reference));
    }

    @Override
    public Optional<Manifest> getManifestIfChanged(RepositoryName repository, Reference reference, Digest known) {
        return join(async.getManifestIfChanged(repository, reference, known));
    }

    @Override
    public ImageConfig getImageConfig(RepositoryName repository, Manifest image) {
        return join(async.getImageConfig(repository, image));
    }

    @Override
    public DeleteResult deleteManifest(RepositoryName repository, Digest digest) {
        return join(async.deleteManifest(repository, digest));
    }

    @Override
    public DeleteResult deleteManifest(RepositoryName repository, Manifest manifest) {
        return join(async.deleteManifest(repository, manifest));
    }

    @Override
    public DeleteResult deleteTag(RepositoryName repository, Tag tag) {
        return join(async.deleteTag(repository, tag));
    }

    @Override
    public Listing<Descriptor> listReferrers(RepositoryName repository, Digest subject) {
        return new JoiningListing<>(
                async,
                registry -> registry.listReferrers(repository, subject),
                () -> async.listReferrers(repository, subject));
    }

    @Override
    public Listing<Descriptor> listReferrers(RepositoryName repository, Digest subject, String artifactType) {
        return new JoiningListing<>(
                async,
                registry -> registry.listReferrers(repository, subject, artifactType),
                () -> async.listReferrers(repository, subject, artifactType));
    }

    @Override
    public OptionalLong findBlobSize(RepositoryName repository, Digest digest) {
        return join(async.findBlobSize(repository, digest));
    }

    @Override
    public InputStream openBlob(RepositoryName repository, Digest digest) {
        return join(async.openBlob(repository, digest));
    }

    @Override
    public InputStream openBlob(RepositoryName repository, Digest digest, ByteRange range) {
        return join(async.openBlob(repository, digest, range));
    }

    @Override
    public Digest putManifest(RepositoryName repository, Reference reference, Manifest manifest) {
        return join(async.putManifest(repository, reference, manifest));
    }

    @Override
    public Digest uploadBlob(RepositoryName repository, byte[] content) {
        return join(async.uploadBlob(repository, content));
    }

    @Override
    public Digest uploadBlob(RepositoryName repository, Path content) {
        return join(async.uploadBlob(repository, content));
    }

    @Override
    public boolean mountBlob(RepositoryName repository, Digest digest, RepositoryName from) {
        return join(async.mountBlob(repository, digest, from));
    }

    @Override
    public Capabilities capabilities(RepositoryName repository) {
        return join(async.capabilities(repository));
    }

    @Override
    public Capabilities probeCapabilities(RepositoryName repository) {
        return join(async.probeCapabilities(repository));
    }

    @Override
    public void close() {
        async.close();
    }

    @Override
    public String toString() {
        return async.toString();
    }
}
