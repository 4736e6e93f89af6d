package io.github.registryclient.tests.campaign;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Reference;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.EmbeddedRegistryBuilder;
import io.github.registryclient.testkit.MovableClock;
import io.github.registryclient.testkit.RepositorySnapshot;
import io.github.registryclient.testkit.fault.FaultyProxy;
import io.github.registryclient.testkit.manner.DeletionManner;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import io.github.registryclient.testkit.tokenserver.TokenServer;
import java.net.URI;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The embedded registry in the manners and with the door that the mixture says. */
final class EmbeddedTarget implements Target {
    private final Mixture mixture;
    private final Optional<TokenServer> tokens;
    private final Optional<FaultyProxy> tokensProxy;
    private final EmbeddedRegistry registry;
    private final EmbeddedDoor door;

    EmbeddedTarget(Mixture mixture, MovableClock clock) {
        this.mixture = mixture;
        EmbeddedRegistryBuilder builder =
                EmbeddedRegistry.builder().manners(mixture.manners()).requestsKept(0);
        switch (mixture.account()) {
            case BASIC:
                tokens = Optional.empty();
                builder.htpasswd(Sentinel.USER, Sentinel.PASSWORD);
                break;
            case TOKEN:
                tokens = Optional.of(TokenServer.builder()
                        .clock(clock)
                        .user(Sentinel.USER, Sentinel.PASSWORD)
                        .allow(Sentinel.USER, "repository:**:*")
                        .allow(Sentinel.USER, "registry:catalog:*")
                        .start());
                builder.tokenAuth(tokens.get());
                break;
            default:
                tokens = Optional.empty();
        }
        registry = builder.start();
        door = new EmbeddedDoor(mixture, registry, tokens, clock);
        tokensProxy = tokens.map(server ->
                FaultyProxy.start(server.realm(), mixture.tokenFaults().clock(clock)));
        tokensProxy.ifPresent(proxy -> tokens.orElseThrow().standBehind(proxy.uri()));
    }

    @Override
    public Optional<FaultyProxy> tokensProxy() {
        return tokensProxy;
    }

    @Override
    public URI uri() {
        return registry.uri();
    }

    @Override
    public String name() {
        return "embedded as " + mixture.manners().server();
    }

    @Override
    public void push(Collection<SampleRepository> repositories) {
        Set<RepositoryName> names = new HashSet<>();
        repositories.forEach(repository -> names.add(repository.name()));
        door.to(names).pushAll(repositories);
    }

    @Override
    public void tag(RepositoryName repository, Reference tag, SampleManifest manifest) {
        door.to(Set.of(repository)).putManifest(repository, tag, manifest);
    }

    @Override
    public Contents contents(RepositoryName repository) {
        RepositorySnapshot now = registry.snapshot().repository(repository.toString());
        return new Contents(now.manifests().keySet(), now.tags(), now.blobs().keySet());
    }

    @Override
    public boolean shows(RepositoryName repository, Digest digest) {
        boolean stored = Target.super.shows(repository, digest);
        return mixture.manners().has(DeletionManner.TAGS_OUTLIVE_THEIR_DIGEST)
                ? stored && door.to(Set.of(repository)).hasManifest(repository, digest)
                : stored;
    }

    @Override
    public boolean takesChildren() {
        return mixture.manners().has(DeletionManner.INDEX_TAKES_ITS_CHILDREN);
    }

    @Override
    public boolean takesUntagged() {
        return mixture.manners().has(DeletionManner.LAST_TAG_TAKES_THE_MANIFEST);
    }

    @Override
    public boolean deletesLater() {
        return mixture.manners().has(DeletionManner.LATER);
    }

    @Override
    public void closeBackDoor() {
        door.close();
    }

    @Override
    public void close() {
        registry.close();
        tokensProxy.ifPresent(FaultyProxy::close);
        tokens.ifPresent(TokenServer::close);
    }
}
