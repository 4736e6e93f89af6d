package io.github.registryclient.http;

import io.github.registryclient.ByteRange;
import io.github.registryclient.Capabilities;
import io.github.registryclient.DeleteResult;
import io.github.registryclient.Listing;
import io.github.registryclient.RegistryClient;
import io.github.registryclient.ResolvedTags;
import io.github.registryclient.auth.Credentials;
import io.github.registryclient.auth.CredentialsProvider;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.http.internal.address.Origin;
import io.github.registryclient.http.internal.auth.Account;
import io.github.registryclient.http.internal.auth.HostFacts;
import io.github.registryclient.http.internal.endpoint.Addresses;
import io.github.registryclient.http.internal.operation.Blobs;
import io.github.registryclient.http.internal.operation.CapabilityChecks;
import io.github.registryclient.http.internal.operation.Deletions;
import io.github.registryclient.http.internal.operation.Listings;
import io.github.registryclient.http.internal.operation.Manifests;
import io.github.registryclient.http.internal.operation.Referrers;
import io.github.registryclient.http.internal.operation.TagResolution;
import io.github.registryclient.http.internal.operation.Uploads;
import io.github.registryclient.http.internal.operation.Workers;
import io.github.registryclient.http.internal.stack.TransportStack;
import io.github.registryclient.http.internal.transport.Caller;
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
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * The {@link RegistryClient} on the JDK's HTTP client: {@code HttpRegistryClient.connect("https://registry.example.com")}, or
 * {@link #builder} for credentials and other settings.
 *
 * <p>Credentials go to the registry's own origin, and to one token server: the first that the registry names, on whatever host,
 * or one that {@link HttpRegistryClientBuilder#tokenServers} lists. They go over plain http only where that was allowed, or nobody
 * on the way can read them, and never from https to http.
 *
 * <p>Each host gets at most {@link HttpRegistryClientBuilder#concurrency} requests at a time. The JDK keeps the connection of an
 * answer that broke HTTP until its client is closed, before Java 21 until the process ends.
 */
public final class HttpRegistryClient implements RegistryClient {
    private final Addresses addresses;
    private final TransportStack stack;
    private final HostFacts facts;
    private final Workers workers;
    private final boolean isView;
    private final Listings listings;
    private final ClientSettings settings;
    private final Manifests manifests;
    private final TagResolution resolution;
    private final Deletions deletions;
    private final Referrers referrers;
    private final Blobs blobs;
    private final Uploads uploads;
    private final CapabilityChecks capabilities;

    HttpRegistryClient(ClientSettings settings) {
        this(
                settings,
                new TransportStack(
                        JdkClients.create(settings),
                        settings.transport(Origin.of(settings.endpoint())),
                        settings.clock()),
                new HostFacts(),
                new Workers(settings.concurrency() - 1),
                settings.credentials(),
                false);
    }

    /** One account's view. Everything that it reads and learns is made here, so that no other account has it. */
    private HttpRegistryClient(
            ClientSettings settings,
            TransportStack stack,
            HostFacts facts,
            Workers workers,
            CredentialsProvider credentials,
            boolean isView) {
        this.settings = settings;
        this.stack = stack;
        this.facts = facts;
        this.workers = workers;
        this.isView = isView;
        addresses = new Addresses(settings.endpoint());
        Caller caller = stack.caller(new Account(settings.authentication(addresses.root()), facts, credentials));
        listings = new Listings(caller, addresses, settings.pagination(), settings.maxPageBytes());
        blobs = new Blobs(caller, addresses);
        manifests = new Manifests(caller, addresses, blobs);
        resolution = new TagResolution(manifests, addresses, workers);
        deletions = new Deletions(caller, addresses, manifests, settings.retries());
        referrers = new Referrers(caller, addresses, settings.pagination(), settings.maxPageBytes());
        uploads = new Uploads(caller, addresses, settings.redirects(), blobs);
        capabilities =
                new CapabilityChecks(caller, addresses, () -> UUID.randomUUID().toString());
    }

    /**
     * A client with default settings and without credentials. Nothing is sent yet.
     *
     * @param url the registry's URL, such as {@code https://registry.example.com} or {@code http://localhost:5000}; with a
     *     path where what stands before it answers below one, such as {@code https://example.com/registry}
     * @return the client, to be closed
     * @throws InvalidInputException if that is no registry's URL
     */
    public static HttpRegistryClient connect(String url) {
        return builder(url).build();
    }

    /**
     * Starts a client with settings.
     *
     * @param url the registry's URL, such as {@code https://registry.example.com} or {@code http://localhost:5000}; with a
     *     path where what stands before it answers below one, such as {@code https://example.com/registry}
     * @return a builder with defaults for everything else
     * @throws InvalidInputException if that is no registry's URL
     */
    public static HttpRegistryClientBuilder builder(String url) {
        return new HttpRegistryClientBuilder(RegistryUrl.parse(url));
    }

    /**
     * The same registry for another account: a cheap view that shares connections, limits, settings and what the registry said of
     * itself, but neither tokens nor anything that was read. Closing it closes nothing, and it ends with the client that it was
     * made from.
     *
     * @param credentials asked as those of the client are
     * @return a client for that account; any number of them may be made and dropped
     */
    public HttpRegistryClient with(CredentialsProvider credentials) {
        Objects.requireNonNull(credentials, "credentials");
        return new HttpRegistryClient(settings, stack, facts, workers, credentials, true);
    }

    /**
     * The same registry for another account, see {@link #with(CredentialsProvider)}.
     *
     * @param credentials the account's credentials
     * @return a client for that account
     */
    public HttpRegistryClient with(Credentials credentials) {
        return with(CredentialsProvider.fixed(credentials));
    }

    @Override
    public URI registry() {
        return settings.endpoint();
    }

    @Override
    public Listing<RepositoryName> listRepositories() {
        return listings.repositories(settings.pageSize());
    }

    @Override
    public Listing<Tag> listTags(RepositoryName repository) {
        return listings.tags(addresses.inFull(repository), settings.pageSize());
    }

    @Override
    public Digest getManifestDigest(RepositoryName repository, Reference reference) {
        return manifests.resolve(addresses.inFull(repository), reference);
    }

    @Override
    public ResolvedTags resolveTags(RepositoryName repository, Collection<Tag> tags) {
        return resolution.resolve(addresses.inFull(repository), tags);
    }

    @Override
    public Manifest getManifest(RepositoryName repository, Reference reference) {
        return manifests.get(addresses.inFull(repository), reference);
    }

    @Override
    public Optional<Manifest> getManifestIfChanged(RepositoryName repository, Reference reference, Digest known) {
        return manifests.getIfChanged(addresses.inFull(repository), reference, known);
    }

    @Override
    public ImageConfig getImageConfig(RepositoryName repository, Manifest image) {
        return manifests.getConfig(addresses.inFull(repository), image);
    }

    @Override
    public DeleteResult deleteManifest(RepositoryName repository, Digest digest) {
        return deletions.deleteManifest(addresses.inFull(repository), digest);
    }

    @Override
    public DeleteResult deleteManifest(RepositoryName repository, Manifest manifest) {
        return deletions.deleteManifest(addresses.inFull(repository), manifest);
    }

    @Override
    public DeleteResult deleteTag(RepositoryName repository, Tag tag) {
        return deletions.deleteTag(addresses.inFull(repository), tag);
    }

    @Override
    public Listing<Descriptor> listReferrers(RepositoryName repository, Digest subject) {
        return referrers.list(addresses.inFull(repository), subject, Optional.empty());
    }

    @Override
    public Listing<Descriptor> listReferrers(RepositoryName repository, Digest subject, String artifactType) {
        return referrers.list(addresses.inFull(repository), subject, Optional.of(artifactType));
    }

    @Override
    public OptionalLong findBlobSize(RepositoryName repository, Digest digest) {
        return blobs.size(addresses.inFull(repository), digest);
    }

    @Override
    public InputStream openBlob(RepositoryName repository, Digest digest) {
        return blobs.open(addresses.inFull(repository), digest);
    }

    @Override
    public InputStream openBlob(RepositoryName repository, Digest digest, ByteRange range) {
        return blobs.open(addresses.inFull(repository), digest, range);
    }

    @Override
    public Digest putManifest(RepositoryName repository, Reference reference, Manifest manifest) {
        return manifests.put(addresses.inFull(repository), reference, manifest);
    }

    @Override
    public Digest uploadBlob(RepositoryName repository, byte[] content) {
        return uploads.upload(addresses.inFull(repository), content);
    }

    @Override
    public Digest uploadBlob(RepositoryName repository, Path content) {
        return uploads.upload(addresses.inFull(repository), content);
    }

    @Override
    public boolean mountBlob(RepositoryName repository, Digest digest, RepositoryName from) {
        return uploads.mount(addresses.inFull(repository), digest, addresses.inFull(from));
    }

    @Override
    public Capabilities capabilities(RepositoryName repository) {
        return capabilities.read(addresses.inFull(repository));
    }

    @Override
    public Capabilities probeCapabilities(RepositoryName repository) {
        return capabilities.probe(addresses.inFull(repository));
    }

    /** Ends all calls under way, those of all views too. Of a view that {@link #with} made it ends nothing. */
    @Override
    public void close() {
        if (isView) {
            return;
        }
        stack.close();
        workers.close();
    }

    /**
     * Which registry this is.
     *
     * @return its URL
     */
    @Override
    public String toString() {
        return "registry at " + addresses.shown();
    }
}
