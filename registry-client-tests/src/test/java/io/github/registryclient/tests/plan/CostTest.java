package io.github.registryclient.tests.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.cleanup.Planner;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.policy.NameFilter;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.policy.Rule;
import io.github.registryclient.cleanup.store.DocumentCache;
import io.github.registryclient.cleanup.store.MemoryCache;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.Digest;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a plan asks of a registry: its requests, counted where they arrive. */
class CostTest extends PlanScene {
    /** Who are you, what can you do, what time is it. */
    private static final int GREETING = 3;

    private static final int REPOSITORIES = 8;
    private static final int IMAGES = 12;

    private final List<SampleRepository> content = new ArrayList<>();

    /** Repositories that share all their images, each under two tags, with an index of two more, and two that are their own. */
    private void fill() {
        List<SampleManifest> shared = new ArrayList<>();
        for (int i = 0; i < IMAGES; i++) {
            shared.add(old());
        }
        SampleManifest sbom = images.referrer(shared.get(0), "application/spdx+json");
        for (int i = 0; i < REPOSITORIES; i++) {
            SampleRepository.Builder repository = SampleRepository.named("team/app-" + i)
                    .tag("own", old())
                    .tag("index", images.twoPlatformIndex())
                    .tag("signed", shared.get(1))
                    .tag("sbom", sbom);
            for (int j = 0; j < IMAGES; j++) {
                repository.tag("pr-" + j, shared.get(j)).tag("build-" + j, shared.get(j));
            }
            content.add(repository.build());
        }
        content.forEach(repository -> RegistryFiller.of(registry.uri()).push(repository));
        registry.clearRequests();
    }

    private int tags() {
        return content.stream().mapToInt(one -> one.tags().size()).sum();
    }

    private int manifests() {
        return content.stream().mapToInt(one -> one.manifests().size()).sum();
    }

    private static long counted(EmbeddedRegistry where, String method, String part) {
        return where.requests().all().stream()
                .filter(request ->
                        request.method().equals(method) && request.path().contains(part))
                .count();
    }

    private long counted(String method, String part) {
        return counted(registry, method, part);
    }

    private Plan plan(DocumentCache cache) {
        return Planner.of(client, PULL_REQUESTS).cache(cache).build().plan();
    }

    @Test
    void cold_a_tag_costs_one_request_an_image_two_an_index_one_and_a_listing_of_referrers_one_a_manifest() {
        fill();
        Set<Digest> images = new HashSet<>();
        Set<Digest> indexes = new HashSet<>();
        Set<Digest> artifacts = new HashSet<>();
        for (SampleRepository repository : content) {
            for (SampleManifest manifest : repository.manifests()) {
                boolean isIndex = !manifest.children().isEmpty();
                (isIndex ? indexes : manifest.subject().isPresent() ? artifacts : images).add(manifest.digest());
            }
        }

        plan(DocumentCache.NONE);

        assertThat(counted("HEAD", "/manifests/")).isEqualTo(tags());
        assertThat(counted("GET", "/manifests/")).isEqualTo(images.size() + indexes.size() + artifacts.size());
        assertThat(counted("GET", "/blobs/")).isEqualTo(images.size());
        assertThat(counted("GET", "/referrers/")).isLessThanOrEqualTo(manifests() + 1L);
        assertThat(counted("GET", "/tags/list")).isEqualTo(REPOSITORIES);
        assertThat(registry.requests().size())
                .isLessThanOrEqualTo(tags()
                        + 2L * images.size()
                        + indexes.size()
                        + artifacts.size()
                        + manifests()
                        + REPOSITORIES
                        + 1
                        + GREETING);
    }

    @Test
    void warm_a_tag_costs_one_request_and_a_manifest_its_listing_of_referrers_and_nothing_is_read_again() {
        fill();
        MemoryCache cache = new MemoryCache(10_000_000);
        Plan cold = plan(cache);
        registry.clearRequests();

        Plan warm = plan(cache);

        assertThat(counted("HEAD", "/manifests/")).isEqualTo(tags());
        assertThat(counted("GET", "/manifests/")).isZero();
        assertThat(counted("GET", "/blobs/")).isZero();
        assertThat(registry.requests().size())
                .isLessThanOrEqualTo((long) tags() + manifests() + REPOSITORIES + 1 + GREETING);
        assertThat(warm.repositories()).isEqualTo(cold.repositories());
    }

    @Test
    void verified_sizes_cost_one_request_for_each_distinct_blob_that_would_go() {
        fill();
        Policy both = policy(delete("all but a few", "**").maxShare(1));
        Policy builds = Policy.builder()
                .from(both)
                .addRules(Rule.keep("a few")
                        .tags(NameFilter.builder()
                                .include("own", "index", "signed")
                                .build())
                        .build())
                .build();
        Plan plan = Planner.of(client, builds).build().plan();
        registry.clearRequests();

        Plan verified = Planner.of(client, builds).verifySizes().build().plan();

        assertThat(plan.freedBlobs()).hasSizeGreaterThan(IMAGES);
        assertThat(counted("HEAD", "/blobs/")).isEqualTo(plan.freedBlobs().size());
        assertThat(verified.space().atMostBecause()).noneMatch(reason -> reason.contains("claim"));
    }

    @Test
    void without_a_referrers_api_no_manifest_is_asked_for_referrers() {
        try (EmbeddedRegistry older =
                        EmbeddedRegistry.builder().noReferrersApi().start();
                HttpRegistryClient connected =
                        HttpRegistryClient.connect(older.uri().toString())) {
            SampleRepository.Builder repository = SampleRepository.named("app");
            for (int i = 0; i < IMAGES; i++) {
                repository.tag("pr-" + i, old());
            }
            RegistryFiller.of(older.uri()).push(repository.build());
            older.clearRequests();

            Planner.of(connected, PULL_REQUESTS).build().plan();

            assertThat(counted(older, "GET", "/referrers/")).isLessThanOrEqualTo(1);
            assertThat(older.requests().size()).isLessThanOrEqualTo(3L * IMAGES + 2 + GREETING);
        }
    }
}
