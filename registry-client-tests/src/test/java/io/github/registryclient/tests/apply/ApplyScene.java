package io.github.registryclient.tests.apply;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.cleanup.Planner;
import io.github.registryclient.cleanup.apply.Applier;
import io.github.registryclient.cleanup.apply.ApplierBuilder;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.policy.NameFilter;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.policy.Rule;
import io.github.registryclient.cleanup.report.ItemReport;
import io.github.registryclient.cleanup.report.Outcome;
import io.github.registryclient.cleanup.report.Report;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.EmbeddedRegistryBuilder;
import io.github.registryclient.testkit.RepositorySnapshot;
import io.github.registryclient.testkit.sample.ImageSpec;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import io.github.registryclient.tests.undo.MemoryJournal;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An embedded registry, a plan for its repository {@code app} by which {@code pr-*} goes, and a journal. */
abstract class ApplyScene {
    static final RepositoryName APP = RepositoryName.of("app");
    static final Policy PULL_REQUESTS = policy("pr-*");

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    final SampleImages images = SampleImages.seeded(23);
    final MemoryJournal journal = new MemoryJournal();
    EmbeddedRegistry registry;
    HttpRegistryClient client;

    EmbeddedRegistryBuilder setUp() {
        return EmbeddedRegistry.builder();
    }

    @BeforeEach
    void start() {
        start(setUp());
    }

    /** In the place of the one that was started before. */
    void start(EmbeddedRegistryBuilder builder) {
        stop();
        registry = builder.start();
        client =
                HttpRegistryClient.builder(registry.uri().toString()).retries(0).build();
    }

    @AfterEach
    void stop() {
        if (client != null) {
            client.close();
            registry.close();
        }
    }

    static Policy policy(String tags) {
        return Policy.builder()
                .addRules(Rule.delete("those")
                        .tags(NameFilter.builder().include(tags).build())
                        .allowEmpty(true)
                        .maxShare(1)
                        .build())
                .build();
    }

    SampleManifest image() {
        return images.image(ImageSpec.defaults().createdAt(LONG_AGO));
    }

    void push(SampleRepository.Builder repository) {
        RegistryFiller.of(registry.uri()).push(repository.build());
    }

    /** Somebody else pushes. */
    void tag(String tag, SampleManifest manifest) {
        RegistryFiller filler = RegistryFiller.of(registry.uri());
        manifest.children().forEach(child -> {
            child.blobs().forEach(blob -> filler.pushBlob(APP, blob));
            filler.putManifest(APP, child.digest(), child);
        });
        manifest.blobs().forEach(blob -> filler.pushBlob(APP, blob));
        filler.putManifest(APP, Tag.of(tag), manifest);
    }

    Plan plan() {
        return plan(PULL_REQUESTS);
    }

    Plan plan(Policy policy) {
        return Planner.of(client, policy).build().plan();
    }

    ApplierBuilder applier(Plan plan) {
        return Applier.of(client, plan, journal);
    }

    ApplierBuilder applier(Plan plan, Meddled.Meddler meddler) {
        RegistryClient meddled = Meddled.client(client, meddler);
        return Applier.of(meddled, plan, journal);
    }

    Report apply(Plan plan) {
        return applier(plan).build().apply();
    }

    RepositorySnapshot app() {
        return registry.snapshot().repository("app");
    }

    Set<String> tags() {
        Set<String> tags = new TreeSet<>();
        app().tags().keySet().forEach(tag -> tags.add(tag.toString()));
        return tags;
    }

    boolean has(SampleManifest manifest) {
        return app().manifests().containsKey(manifest.digest());
    }

    static ItemReport item(Report report, SampleManifest manifest) {
        return item(report, manifest.digest());
    }

    static ItemReport item(Report report, Digest digest) {
        return report.items().stream()
                .filter(item -> item.isManifest()
                        && item.digest().filter(digest::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new AssertionError("not in the report: " + digest + "\n" + report.toTable()));
    }

    static Outcome outcome(Report report, SampleManifest manifest) {
        return item(report, manifest).outcome();
    }

    static ItemReport tagItem(Report report, String tag) {
        return report.items().stream()
                .filter(item -> !item.isManifest() && item.tags().contains(Tag.of(tag)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not in the report: " + tag + "\n" + report.toTable()));
    }
}
