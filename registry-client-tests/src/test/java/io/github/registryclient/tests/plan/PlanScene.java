package io.github.registryclient.tests.plan;

import io.github.registryclient.cleanup.Planner;
import io.github.registryclient.cleanup.judge.Verdict;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.policy.NameFilter;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.policy.Rule;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.sample.ImageSpec;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An embedded registry, a client, and what plans of the repository {@code app} say. */
abstract class PlanScene {
    static final RepositoryName APP = RepositoryName.of("app");
    static final Policy PULL_REQUESTS = policy(delete("pull requests", "pr-*").allowEmpty(true));

    final SampleImages images = SampleImages.seeded(7);
    EmbeddedRegistry registry;
    HttpRegistryClient client;

    @BeforeEach
    void start() {
        registry = EmbeddedRegistry.start();
        client = HttpRegistryClient.connect(registry.uri().toString());
    }

    @AfterEach
    void stop() {
        client.close();
        registry.close();
    }

    static Rule.Builder delete(String name, String tags) {
        return Rule.delete(name).tags(NameFilter.builder().include(tags).build());
    }

    static Policy policy(Rule.Builder... rules) {
        Policy.Builder policy = Policy.builder();
        for (Rule.Builder rule : rules) {
            policy.addRules(rule.build());
        }
        return policy.build();
    }

    SampleManifest image(Instant created) {
        return images.image(ImageSpec.defaults().createdAt(created));
    }

    SampleManifest old() {
        return daysOld(700);
    }

    SampleManifest daysOld(int days) {
        return image(Instant.now().minus(Duration.ofDays(days)));
    }

    void push(SampleRepository.Builder repository) {
        RegistryFiller.of(registry.uri()).push(repository.build());
    }

    Plan plan(Policy policy) {
        return Planner.of(client, policy).build().plan();
    }

    static List<Digest> deletions(Plan plan) {
        return plan.repository(APP).orElseThrow().deletions();
    }

    static Verdict verdict(Plan plan, String tag) {
        return plan.explain(APP, Tag.of(tag)).decision().verdict();
    }

    static String signatureTag(SampleManifest subject) {
        return subject.digest().toString().replace(':', '-') + ".sig";
    }
}
