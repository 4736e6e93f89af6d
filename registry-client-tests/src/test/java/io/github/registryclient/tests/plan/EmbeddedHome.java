package io.github.registryclient.tests.plan;

import static io.github.registryclient.testkit.traffic.RequestPattern.any;

import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.HttpRegistryClientBuilder;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.MovableClock;
import io.github.registryclient.testkit.RegistrySnapshot;
import io.github.registryclient.testkit.sample.RandomLimits;
import io.github.registryclient.testkit.sample.SampleRepository;
import io.github.registryclient.testkit.traffic.ScriptedAnswer;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The embedded registry, which departs in nothing. */
final class EmbeddedHome implements PlanHome {
    /** One of so many asks by the JDK's client, and for each plan anew; the others spare that time. */
    private static final int WHOLE = 10;

    private final boolean asUsersHaveIt;
    private final SocketHttp http = new SocketHttp();
    private final MovableClock clock = MovableClock.at(RandomTimes.NOW);
    /** Whose requests are slowed down by a registry that wants fewer waits no real time. */
    private final MovableClock waited = MovableClock.at(RandomTimes.NOW);

    private final EmbeddedRegistry registry =
            EmbeddedRegistry.builder().clock(clock).start();

    EmbeddedHome(long seed) {
        asUsersHaveIt = seed % WHOLE == 0;
    }

    EmbeddedRegistry registry() {
        return registry;
    }

    MovableClock clock() {
        return clock;
    }

    @Override
    public Optional<EmbeddedHome> embedded() {
        return Optional.of(this);
    }

    @Override
    public RandomLimits limits() {
        return RandomLimits.defaults().withRepositories(3).withManifests(12);
    }

    @Override
    public int mostAdded() {
        return 14;
    }

    @Override
    public void fill(Collection<SampleRepository> repositories, Wire wire) {
        repositories.forEach(new SampleFill(wire)::push);
    }

    @Override
    public List<URI> pushedTo() {
        return List.of(registry.uri());
    }

    @Override
    public boolean asksAgain() {
        return asUsersHaveIt;
    }

    @Override
    public RegistrySnapshot snapshot() {
        return registry.snapshot();
    }

    @Override
    public boolean listsReferrers() {
        return true;
    }

    @Override
    public boolean tellsBlobsFromManifests() {
        return true;
    }

    @Override
    public void danglingTags(RepositoryName repository, Digest manifest) {
        registry.damage().danglingTags(repository, manifest);
    }

    @Override
    public void missingBlob(RepositoryName repository, Digest blob) {
        registry.damage().missingBlob(repository, blob);
    }

    @Override
    public HttpClient http() {
        return http;
    }

    @Override
    public HttpRegistryClient client() {
        HttpRegistryClientBuilder client =
                HttpRegistryClient.builder(registry.uri().toString()).retries(0);
        return asUsersHaveIt
                ? client.build()
                : client.httpClient(new SocketHttpBuilder(http))
                        .clock(waited)
                        .pauses(waited::move)
                        .build();
    }

    @Override
    public void forgetRequests() {
        registry.clearRequests();
    }

    @Override
    public void spoil(String path) {
        registry.script().on(any(path)).always().answer(ScriptedAnswer.status(500));
    }

    @Override
    public Collection<String> methods() {
        return registry.requests().all().stream()
                .map(request -> request.method())
                .collect(Collectors.toList());
    }

    @Override
    public void close() {
        http.close();
        registry.close();
    }
}
