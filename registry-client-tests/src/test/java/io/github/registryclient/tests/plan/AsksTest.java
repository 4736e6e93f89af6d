package io.github.registryclient.tests.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.cleanup.Planner;
import io.github.registryclient.cleanup.judge.Verdict;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.policy.Across;
import io.github.registryclient.cleanup.policy.Defect;
import io.github.registryclient.cleanup.policy.ImageReference;
import io.github.registryclient.cleanup.policy.NameFilter;
import io.github.registryclient.cleanup.policy.NamePattern;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.policy.Rule;
import io.github.registryclient.cleanup.use.InUse;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.CollectedGarbage;
import io.github.registryclient.testkit.sample.ImageSpec;
import io.github.registryclient.testkit.sample.SampleBlob;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What users of clean-up systems ask for again and again, as far as a plan can answer it. */
class AsksTest extends PlanScene {
    @Test
    void ask_1_deleting_one_tag_does_not_delete_the_others_of_its_digest() {
        SampleManifest shared = old();
        push(SampleRepository.named("app").tag("pr-1", shared).tag("2.0", shared));

        Plan plan = plan(PULL_REQUESTS);

        assertThat(deletions(plan)).isEmpty();
        assertThat(plan.explain(APP, Tag.of("pr-1")).decision().because()).contains("2.0");
    }

    @Test
    void asks_2_to_4_untagged_children_of_a_tagged_index_are_needed() {
        push(SampleRepository.named("app")
                .tag("main", images.nestedIndex())
                .tag("other", images.indexWithAttestation())
                .tag("pr-1", old()));

        Plan plan = plan(policy(
                Rule.delete("untagged").untagged(true),
                delete("pull requests", "pr-*"),
                Rule.delete("untagged and old").untagged(true).olderThan(Duration.ofDays(1))));

        assertThat(deletions(plan)).hasSize(1);
    }

    @Test
    void ask_5_signatures_and_sboms_of_kept_images_stay() {
        SampleManifest kept = old();
        SampleManifest sbom = images.referrer(kept, "application/spdx+json");
        push(SampleRepository.named("app")
                .tag("main", kept)
                .untagged(sbom)
                .cosignTag(images, kept)
                .tag("pr-1", old()));

        Plan plan = plan(policy(delete("everything but main", "**").allowEmpty(true), keep("main")));

        assertThat(deletions(plan)).hasSize(1);
        assertThat(plan.explain(APP, sbom.digest()).decision().verdict()).isEqualTo(Verdict.KEEP);
    }

    private static Rule.Builder keep(String tag) {
        return Rule.keep("keep " + tag).tags(NameFilter.builder().include(tag).build());
    }

    @Test
    void ask_6_a_label_that_nothing_has_deletes_nothing() {
        push(SampleRepository.named("app")
                .tag("a", images.image(ImageSpec.defaults().withLabel("stage", "test")))
                .tag("b", images.image(ImageSpec.defaults().withLabel("stage", "production")))
                .tag("c", old()));
        Rule.Builder typo =
                Rule.delete("typo").putLabels("stagge", NamePattern.of("test")).across(Across.ANY);
        Rule.Builder right =
                Rule.delete("right").putLabels("stage", NamePattern.of("test")).across(Across.ANY);

        assertThat(deletions(plan(policy(typo)))).isEmpty();
        assertThat(verdict(plan(policy(right)), "a")).isEqualTo(Verdict.DELETE);
        assertThat(deletions(plan(policy(right)))).hasSize(1);
    }

    @Test
    void ask_7_a_dry_run_sends_nothing_that_could_change_anything_whatever_is_asked_of_it() {
        push(SampleRepository.named("app").tag("pr-1", old()).tag("main", images.twoPlatformIndex()));
        registry.clearRequests();

        Planner.of(client, PULL_REQUESTS).verifySizes().checkAll().build().plan();

        assertThat(registry.requests().all())
                .isNotEmpty()
                .allMatch(request -> List.of("GET", "HEAD").contains(request.method()));
    }

    @Test
    void ask_8_newest_n_counts_images_and_not_tags() {
        SampleManifest newest = daysOld(1);
        push(SampleRepository.named("app")
                .tag("a", newest)
                .tag("b", newest)
                .tag("c", newest)
                .tag("d", daysOld(2))
                .tag("e", daysOld(3)));

        Plan plan = plan(policy(delete("beyond the newest 2", "*").beyondNewest(2)));

        assertThat(verdict(plan, "d")).isEqualTo(Verdict.KEEP);
        assertThat(verdict(plan, "e")).isEqualTo(Verdict.DELETE);
    }

    @Test
    void ask_9_the_last_pull_can_be_what_counts() {
        push(SampleRepository.named("app").tag("pulled", old()).tag("forgotten", old()));

        Plan plan = LastPulls.plan(
                client,
                tag -> Optional.of(Instant.now().minus(Duration.ofDays(tag.equals(Tag.of("pulled")) ? 1 : 200))));

        assertThat(verdict(plan, "pulled")).isEqualTo(Verdict.KEEP);
        assertThat(verdict(plan, "forgotten")).isEqualTo(Verdict.DELETE);
    }

    @Test
    void ask_10_what_runs_stays() {
        push(SampleRepository.named("app").tag("pr-1", old()).tag("pr-2", old()));

        Plan plan = Planner.of(client, PULL_REQUESTS)
                .inUse(InUse.of(List.of(ImageReference.parse("app:pr-1"))))
                .build()
                .plan();

        assertThat(verdict(plan, "pr-1")).isEqualTo(Verdict.KEEP);
        assertThat(verdict(plan, "pr-2")).isEqualTo(Verdict.DELETE);
    }

    @Test
    void ask_11_a_new_tag_on_an_old_image_is_as_young_as_its_first_sight() {
        SampleManifest image = old();
        MemoryLedger ledger = new MemoryLedger();
        Policy month = policy(delete("a month", "*").olderThan(Duration.ofDays(30)));
        push(SampleRepository.named("app").tag("build-7", image));
        Planner.of(client, month)
                .ledger(ledger)
                .clock(new EarlierRun(Duration.ofDays(2)))
                .build()
                .plan();
        push(SampleRepository.named("app").tag("production", image));

        Plan plan = Planner.of(client, month).ledger(ledger).build().plan();

        assertThat(verdict(plan, "production")).isEqualTo(Verdict.KEEP);
        assertThat(verdict(plan, "build-7")).isEqualTo(Verdict.UNTAG);
        assertThat(deletions(plan)).isEmpty();
    }

    @Test
    void ask_12_images_that_are_48_years_old_are_of_unknown_age_and_stay() {
        push(SampleRepository.named("app").tag("jib", image(Instant.EPOCH)).tag("old", old()));

        Plan plan = plan(policy(delete("30 days", "*").olderThan(Duration.ofDays(30))));

        assertThat(verdict(plan, "jib")).isEqualTo(Verdict.KEEP);
        assertThat(plan.explain(APP, Tag.of("jib")).toString()).contains("before there were images");
        assertThat(verdict(plan, "old")).isEqualTo(Verdict.DELETE);
    }

    @Test
    void ask_14_the_bytes_are_never_promised_while_untagged_manifests_may_need_the_same() {
        SampleManifest image = old();
        push(SampleRepository.named("app").tag("pr-1", image).tag("main", old()));

        Plan plan = Planner.of(client, PULL_REQUESTS).verifySizes().build().plan();

        assertThat(plan.space().toString()).startsWith("at most").contains("without tags, which no API lists");
    }

    @Test
    void ask_15_an_index_takes_its_children_along() {
        SampleManifest index = images.nestedIndex();
        push(SampleRepository.named("app").tag("pr-1", index).tag("main", old()));

        Plan plan = plan(PULL_REQUESTS);

        assertThat(deletions(plan).get(0)).isEqualTo(index.digest());
        assertThat(deletions(plan)).hasSizeGreaterThan(2);
    }

    @Test
    void ask_16_signatures_whose_image_is_gone_can_be_chosen() {
        SampleManifest gone = old();
        push(SampleRepository.named("app")
                .tag("main", old())
                .tag("other", old())
                .tag(signatureTag(gone), images.cosignSignature(gone)));

        Plan plan = plan(policy(Rule.delete("orphans").addDefects(Defect.ORPHANED)));

        assertThat(deletions(plan))
                .containsExactly(plan.repository(APP)
                        .orElseThrow()
                        .verdicts()
                        .graph()
                        .facts()
                        .tags()
                        .get(Tag.of(signatureTag(gone))));
    }

    @Test
    void ask_17_a_repository_without_tags_that_stays_in_the_catalog_is_no_trouble() {
        SampleManifest only = old();
        push(SampleRepository.named("app").tag("pr-1", only));
        push(SampleRepository.named("other").tag("pr-1", old()));
        client.deleteManifest(APP, only.digest());

        Plan plan = plan(PULL_REQUESTS);

        assertThat(client.listRepositories().toList()).contains(APP);
        assertThat(plan.header().complete()).isTrue();
        assertThat(plan.repository(APP).orElseThrow().verdicts().tags()).isEmpty();
    }

    @Test
    void ask_18_a_size_that_a_manifest_only_claims_is_corrected_by_the_registry() {
        SampleManifest image = images.image(ImageSpec.defaults());
        SampleBlob layer = image.layers().get(0);
        image.blobs().forEach(blob -> client.uploadBlob(APP, blob.bytes()));
        String lying = image.json().replace("\"size\":" + layer.size(), "\"size\":987654");
        client.putManifest(
                APP, Tag.of("pr-1"), Manifest.parse(image.mediaType(), lying.getBytes(StandardCharsets.UTF_8)));
        Policy all = policy(delete("all", "*").allowEmpty(true));

        long claimed = plan(all).space().freed();
        long verified =
                Planner.of(client, all).verifySizes().build().plan().space().freed();

        assertThat(claimed - verified).isEqualTo(987654 - layer.size());
    }

    @Test
    void ask_18_the_bytes_that_are_promised_are_those_that_the_garbage_collection_frees() {
        SampleManifest base = old();
        push(SampleRepository.named("app")
                .tag("main", base)
                .tag("pr-1", images.imageOn(base, ImageSpec.defaults().createdAt(Instant.EPOCH)))
                .tag("pr-2", images.twoPlatformIndex()));
        push(SampleRepository.named("other").tag("main", old()));
        Plan plan = Planner.of(client, PULL_REQUESTS).verifySizes().build().plan();

        deletions(plan).forEach(digest -> client.deleteManifest(APP, digest));
        CollectedGarbage collected = registry.garbageCollect();

        assertThat(plan.space().freed()).isEqualTo(collected.bytesFreed());
    }
}
