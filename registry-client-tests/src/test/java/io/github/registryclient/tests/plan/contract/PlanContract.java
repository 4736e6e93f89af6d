package io.github.registryclient.tests.plan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.cleanup.Planner;
import io.github.registryclient.cleanup.judge.Verdict;
import io.github.registryclient.cleanup.plan.Explanation;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.plan.RepositoryPlan;
import io.github.registryclient.cleanup.policy.ImageReference;
import io.github.registryclient.cleanup.use.InUse;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.fault.FaultPlan;
import io.github.registryclient.testkit.fault.FaultyProxy;
import io.github.registryclient.testkit.fault.ProxiedRequest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The scene on one registry, filled once for the class, and planned for once through a proxy that writes down what is sent. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PlanContract extends DamageContract {
    private Place place;
    private FaultyProxy proxy;
    private HttpRegistryClient client;
    private Scene scene;
    private Plan plan;
    private List<ProxiedRequest> sent;

    PlanContract(Supplier<Place> start, Difference... differences) {
        super(start, differences);
    }

    @BeforeAll
    void fillAndPlan(@TempDir Path folder) throws Exception {
        place = start();
        scene = new Scene(place, differences());
        scene.push(folder);
        proxy = FaultyProxy.start(place.uri(), FaultPlan.seeded(0));
        client = client(proxy.uri());
        plan = Planner.of(client, Scene.POLICY).build().plan();
        sent = proxy.requests();
    }

    @AfterAll
    void stop() {
        if (client != null) {
            client.close();
        }
        if (proxy != null) {
            proxy.close();
        }
        if (place != null) {
            place.close();
        }
    }

    @Test
    void every_tag_has_the_verdict_that_the_policy_gives_it() throws Exception {
        Map<RepositoryName, Map<Tag, Verdict>> verdicts = new HashMap<>();
        for (RepositoryPlan repository : plan.repositories()) {
            Map<Tag, Verdict> here = new TreeMap<>();
            repository.verdicts().tags().forEach((tag, decision) -> here.put(tag, decision.verdict()));
            verdicts.put(repository.name(), here);
        }

        assertThat(verdicts).isEqualTo(scene.expected().tags());
    }

    @Test
    void every_manifest_that_can_be_reached_is_judged_and_what_goes_is_to_be_deleted() throws Exception {
        Expected expected = scene.expected();
        for (RepositoryPlan repository : plan.repositories()) {
            Map<Digest, Verdict> here = new HashMap<>();
            repository.verdicts().manifests().forEach((digest, decision) -> here.put(digest, decision.verdict()));
            Map<Digest, Verdict> judged = expected.manifests().get(repository.name());

            assertThat(repository.heldBack()).isEmpty();
            assertThat(here).isEqualTo(judged);
            assertThat(repository.deletions())
                    .containsExactlyInAnyOrderElementsOf(judged.entrySet().stream()
                            .filter(one -> one.getValue() == Verdict.DELETE)
                            .map(Map.Entry::getKey)
                            .collect(Collectors.toList()));
        }
        assertThat(plan.header().complete()).isTrue();
    }

    @Test
    void what_oras_attached_and_what_cosign_signed_is_known_to_hang_on_its_subject() {
        assertThat(explain(scene.latest.digest()).referrers())
                .contains(
                        scene.keptSignature.digest(),
                        scene.keptByOras().get(0).digest(),
                        scene.keptByOras().get(1).digest());
        assertThat(explain(scene.keptByOras().get(0).digest()).referrers())
                .contains(scene.keptByOras().get(2).digest());
        assertThat(explain(scene.goneByOras().get(2).digest()).decision().because())
                .contains("hangs on", scene.goneByOras().get(0).digest().shortForm());
    }

    @Test
    void the_reasons_name_what_saved_a_manifest() {
        assertThat(explain("pr-1").decision().because()).contains("the tag 1.0.0 points to it and stays");
        assertThat(explain("pr-6").decision().because())
                .contains("the index " + scene.stable.digest().shortForm() + " needs it");
        assertThat(explain(scene.tagged.digest()).decision().because()).contains("arm");
        assertThat(explain("pr-3").sharingTags()).containsExactly(Tag.of("pr-4"));
    }

    @Test
    void parents_go_before_their_children_and_subjects_before_what_hangs_on_them() {
        List<Digest> deletions = plan.repository(Scene.WEB).orElseThrow().deletions();

        assertThat(deletions)
                .containsSubsequence(
                        scene.nested.digest(),
                        scene.nested.children().get(0).digest(),
                        scene.nested.children().get(0).children().get(0).digest())
                .containsSubsequence(
                        scene.gone.digest(),
                        scene.goneByOras().get(0).digest(),
                        scene.goneByOras().get(2).digest())
                .containsSubsequence(scene.gone.digest(), scene.goneSignature.digest());
    }

    @Test
    void bytes_are_counted_once_and_only_where_nothing_that_stays_needs_them() throws Exception {
        Map<Digest, Long> freed = scene.expected().freed();

        assertThat(freed).doesNotContainKeys(scene.base.layers().get(0).digest());
        assertThat(plan.space().freed()).isEqualTo(Expected.sum(freed));
        assertThat(plan.space().atMostBecause()).isNotEmpty();
    }

    @Test
    void sizes_that_the_registry_itself_says_are_the_same() throws Exception {
        Map<Digest, Long> blobs = scene.expected().freed();
        plan.repositories()
                .forEach(one ->
                        blobs.keySet().removeAll(one.verdicts().manifests().keySet()));

        Plan verified = Planner.of(client, Scene.POLICY).verifySizes().build().plan();

        assertThat(verified.header().verifiedSizes()).isEqualTo(blobs);
        assertThat(verified.space().freed()).isEqualTo(plan.space().freed());
    }

    @Test
    void only_get_and_head_reach_the_registry_and_no_manifest_of_a_repository_is_read_twice() {
        assertThat(sent.stream().map(one -> one.request().method()).distinct()).isSubsetOf("GET", "HEAD");
        assertThat(sent.stream()
                        .filter(one -> one.request().method().equals("GET")
                                && one.registryStatus().orElse(0) == 200)
                        .map(one -> one.request().path())
                        .filter(path -> path.contains("/manifests/sha256:")))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    @Test
    void planned_again_or_written_and_read_it_is_the_same(@TempDir Path folder) {
        plan.write(folder.resolve("plan.json"));

        assertThat(Plan.read(folder.resolve("plan.json"))).isEqualTo(plan);
        assertThat(Planner.of(client, Scene.POLICY).build().plan().repositories())
                .isEqualTo(plan.repositories());
    }

    @Test
    void what_runs_by_the_digest_of_its_configuration_stays_and_the_rest_goes_all_the_same() {
        Digest running = scene.gone.config().orElseThrow().digest();

        Plan inUse = Planner.of(client, Scene.POLICY)
                .inUse(InUse.of(List.of(ImageReference.parse("shop/web@" + running))))
                .build()
                .plan();

        RepositoryPlan web = inUse.repository(Scene.WEB).orElseThrow();
        assertThat(web.verdicts().graph().facts().troubles()).isEmpty();
        assertThat(web.deletions())
                .contains(scene.index.digest(), scene.oldest.digest())
                .doesNotContain(scene.gone.digest(), scene.goneSignature.digest());
    }

    @Test
    void the_registry_differs_from_others_as_this_class_says() throws Exception {
        boolean fallback = explainable(Scene.fallbackTag(scene.latest.digest()));

        assertThat(fallback).isEqualTo(scene.has(Difference.NO_REFERRERS_API));
        assertThat(Plain.delete(place.uri(), "/v2/" + Scene.BASE + "/manifests/no-such-tag"))
                .isEqualTo(scene.has(Difference.NO_TAG_DELETION) ? 400 : 404);
    }

    private boolean explainable(String tag) {
        return plan.repository(Scene.WEB).orElseThrow().verdicts().tags().containsKey(Tag.of(tag));
    }

    private Explanation explain(String tag) {
        return plan.explain(Scene.WEB, Tag.of(tag));
    }

    private Explanation explain(Digest digest) {
        return plan.explain(Scene.WEB, digest);
    }
}
