package io.github.registryclient.tests.campaign;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.auth.CredentialsProvider;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.HttpRegistryClientBuilder;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.MovableClock;
import io.github.registryclient.testkit.fault.FaultPlan;
import io.github.registryclient.testkit.fault.FaultyProxy;
import io.github.registryclient.testkit.sample.RandomRegistry;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;

/** One run: a registry, a proxy before it, a client, and the judgement. The proxy stays open, so that leaks can be seen. */
final class CampaignRun {
    private static final String CATALOG = "/v2/_catalog";
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final Mixture mixture;
    private final Target target;
    private final RandomRegistry content;
    private final MovableClock clock;
    private final Findings findings = new Findings();
    private final CampaignTime time;
    private final Calls calls;
    private final Queue<Claim> claims = new ConcurrentLinkedQueue<>();
    private final Map<RepositoryName, History> histories = new LinkedHashMap<>();
    private final Map<RepositoryName, Integer> uploads = new HashMap<>();

    CampaignRun(Mixture mixture, Target target, MovableClock clock) {
        this.mixture = mixture;
        this.target = target;
        this.content = mixture.content();
        this.clock = clock;
        this.time = new CampaignTime(mixture.sharesClock() ? clock : MovableClock.at(clock.instant()));
        this.calls = new Calls(findings, time, mixture.deadline());
    }

    /** Fills the registry, does the work and judges it. */
    FaultyProxy run() {
        target.push(content.repositories());
        FaultyProxy proxy = FaultyProxy.start(target.uri(), plan());
        IntSupplier requests = () -> mixture.threads() == 1 ? proxy.requests().size() : -1;
        for (SampleRepository repository : content.repositories()) {
            Target.Contents contents = target.contents(repository.name());
            histories.put(repository.name(), new History(repository.name(), contents, requests));
        }
        try (HttpRegistryClient client = client(proxy)) {
            findings.check(!Sentinel.isIn(client.toString()), "the client shows a secret");
            work(client);
        }
        judge(proxy);
        return proxy;
    }

    private FaultPlan plan() {
        FaultPlan plan = mixture.faults().clock(time);
        if (mixture.moves() > 0) {
            plan = plan.event(
                    "a tag moves",
                    mixture.moves(),
                    new TagMover(target, content.repositories(), histories, mixture.seed()));
        }
        return mixture.expiries() > 0 ? plan.event("tokens end", mixture.expiries(), () -> clock.move(LIFETIME)) : plan;
    }

    private HttpRegistryClient client(FaultyProxy proxy) {
        HttpRegistryClientBuilder builder = HttpRegistryClient.builder(
                        proxy.uri().toString())
                .concurrency(mixture.concurrency())
                .attemptTimeout(mixture.patience())
                .callTimeout(mixture.deadline())
                .deleteTimeout(mixture.deadline())
                .uploadTimeout(mixture.deadline())
                .retries(mixture.retries())
                .clock(time)
                .pauses(time)
                .random(new Random(mixture.seed()));
        mixture.pageSize().ifPresent(builder::pageSize);
        if (mixture.minimalScopes()) {
            builder.minimalScopes();
        }
        if (mixture.account() != Mixture.Account.ANONYMOUS) {
            builder.credentials(CredentialsProvider.fixed(Credentials.basic(Sentinel.USER, Sentinel.PASSWORD)));
        }
        return builder.build();
    }

    private void work(HttpRegistryClient client) {
        Optional<List<RepositoryName>> listed = calls.attempt(
                "listRepositories", () -> client.listRepositories().toList());
        listed.ifPresent(names -> claims.add(new Claim(
                CATALOG,
                "listed were " + names + ", there are " + histories.keySet(),
                () -> Set.copyOf(names).equals(histories.keySet()))));
        ExecutorService threads = Executors.newFixedThreadPool(mixture.threads());
        try {
            List<Future<?>> futures = new ArrayList<>();
            List<RepositoryWork> works = histories.values().stream()
                    .map(history -> new RepositoryWork(client, history, target, mixture, calls, claims))
                    .collect(Collectors.toList());
            works.forEach(work -> futures.add(threads.submit(work::run)));
            for (Future<?> future : futures) {
                future.get();
            }
            int i = 0;
            for (RepositoryName name : histories.keySet()) {
                uploads.put(name, works.get(i++).uploads());
            }
        } catch (ExecutionException e) {
            findings.add("the harness failed: " + Sentinel.everything(e));
        } catch (InterruptedException e) {
            findings.add("interrupted: the run took too long");
            Thread.currentThread().interrupt();
        } finally {
            threads.shutdownNow();
        }
    }

    private void judge(FaultyProxy proxy) {
        while (proxy.requestsUnderWay() > 0) {
            Thread.onSpinWait(); // what the client gave up may still be done
        }
        Traffic traffic = new Traffic(proxy.requests());
        for (Claim claim : claims) {
            boolean hidden = claim.path().equals(CATALOG) && mixture.hidesRepositories();
            boolean unseen = mixture.account() == Mixture.Account.ANONYMOUS || traffic.lostCredentials(CATALOG);
            boolean excused = traffic.misled(claim.path()) || hidden && unseen;
            if (!excused) {
                claim.judge(findings);
            }
        }
        Oracle oracle = new Oracle(target, samples(), traffic, findings);
        histories.values().forEach(oracle::judge);
        traffic.judge(histories, uploads, findings);
        proxy.failures().forEach(failure -> findings.add("the proxy failed: " + Sentinel.everything(failure)));
    }

    private Map<Digest, SampleManifest> samples() {
        Map<Digest, SampleManifest> samples = new HashMap<>();
        for (SampleRepository repository : content.repositories()) {
            repository.manifests().forEach(manifest -> samples.put(manifest.digest(), manifest));
        }
        return samples;
    }

    List<String> findings() {
        return findings.list();
    }

    Map<String, Integer> outcomes() {
        return calls.outcomes();
    }
}
