package io.github.registryclient.tests.apply;

import static io.github.registryclient.testkit.traffic.RequestPattern.any;
import static io.github.registryclient.testkit.traffic.RequestPattern.delete;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.cleanup.journal.JournalEntry;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.report.Outcome;
import io.github.registryclient.cleanup.report.Report;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.EmbeddedRegistryBuilder;
import io.github.registryclient.testkit.RepositorySnapshot;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the plan says goes, and nothing else changes. */
class ApplyTest extends ApplyScene {
    private final SampleManifest kept = image();
    private final SampleManifest going = image();
    private final SampleManifest index = images.twoPlatformIndex();

    private void fill() {
        push(SampleRepository.named("app")
                .tag("main", kept)
                .tag("pr-1", going)
                .tag("pr-1-again", going)
                .tag("pr-2", index));
    }

    @Test
    void what_the_plan_says_goes_and_all_else_is_as_it_was() {
        fill();
        RepositorySnapshot before = app();

        Report report = apply(plan());

        assertThat(report.status()).as(report.toTable()).isEqualTo(Report.Status.DONE);
        assertThat(tags()).containsExactly("main");
        assertThat(app().manifests().keySet()).containsExactly(kept.digest());
        assertThat(app().manifests().get(kept.digest()))
                .isEqualTo(before.manifests().get(kept.digest()));
        assertThat(report.items()).hasSize(4).allMatch(item -> item.outcome() == Outcome.DELETED);
        assertThat(report.freed()).isEqualTo(report.forecast()).isPositive();
    }

    @Test
    void an_index_goes_before_its_children() {
        fill();

        apply(plan());

        List<String> deleted = registry.requests().matching(delete("/v2/app/manifests/*")).stream()
                .filter(request -> request.status().orElse(0) == 202)
                .map(request -> request.path().substring(request.path().lastIndexOf('/') + 1))
                .collect(Collectors.toList());
        assertThat(deleted).hasSize(4);
        assertThat(deleted.indexOf(index.digest().toString()))
                .isLessThan(deleted.indexOf(index.children().get(0).digest().toString()))
                .isLessThan(deleted.indexOf(index.children().get(1).digest().toString()));
    }

    @Test
    void everything_is_in_the_journal_before_and_after() {
        fill();

        apply(plan());

        List<JournalEntry.Kind> kinds =
                journal.entries().stream().map(JournalEntry::kind).collect(Collectors.toList());
        assertThat(kinds)
                .hasSize(9)
                .startsWith(JournalEntry.Kind.INTENT, JournalEntry.Kind.OUTCOME)
                .endsWith(JournalEntry.Kind.OUTCOME, JournalEntry.Kind.END);
        assertThat(journal.runs(client.registry().toString()).get(0).manifest(going.digest()))
                .hasValueSatisfying(manifest -> assertThat(manifest.bytes()).isEqualTo(going.bytes()));
    }

    @Test
    void a_deletion_costs_its_tags_its_parents_and_two_requests() {
        push(SampleRepository.named("app").tag("main", kept).tag("pr-1", going));
        start(registryWithoutReferrers());
        push(SampleRepository.named("app").tag("main", kept).tag("pr-1", going));
        Plan plan = plan();
        registry.clearRequests();

        applier(plan, (number, call) -> {
                    if (call.startsWith("deleteManifest")) {
                        assertThat(registry.requests().all()).isNotEmpty();
                    }
                })
                .build()
                .apply();

        long ofTheItem = registry.requests().count(any("/v2/app/manifests/" + going.digest()))
                + registry.requests().matching(any("/v2/app/manifests/pr-1")).stream()
                        .filter(request -> request.method().equals("GET"))
                        .count();
        assertThat(ofTheItem).isEqualTo(3); // GET by tag, DELETE, GET by digest
    }

    private static EmbeddedRegistryBuilder registryWithoutReferrers() {
        return EmbeddedRegistry.builder().noReferrersApi();
    }

    @Test
    void applied_again_it_finds_all_gone_and_changes_nothing() {
        fill();
        Plan plan = plan();
        apply(plan);
        RepositorySnapshot after = app();

        Report again = apply(plan);

        assertThat(again.status()).isEqualTo(Report.Status.DONE);
        assertThat(again.items()).allMatch(item -> item.outcome() == Outcome.ALREADY_GONE);
        assertThat(app()).isEqualTo(after);
    }

    @Test
    void a_tag_that_goes_alone_is_deleted_as_a_tag() {
        push(SampleRepository.named("app").tag("main", kept).tag("pr-1", kept));

        Report report = apply(plan());

        assertThat(tagItem(report, "pr-1").outcome()).isEqualTo(Outcome.UNTAGGED);
        assertThat(tags()).containsExactly("main");
        assertThat(has(kept)).isTrue();
    }

    @Test
    void where_tags_cannot_be_deleted_that_is_said_and_is_no_failure() {
        start(EmbeddedRegistry.builder().tagDeletionOff());
        push(SampleRepository.named("app").tag("main", kept).tag("pr-1", kept));

        Report report = apply(plan());

        assertThat(tagItem(report, "pr-1").outcome()).isEqualTo(Outcome.NOT_SUPPORTED);
        assertThat(report.status()).isEqualTo(Report.Status.DONE);
        assertThat(tags()).containsExactly("main", "pr-1");
    }

    @Test
    void a_report_is_written_as_json_and_shown_as_a_table(@TempDir Path folder) throws Exception {
        fill();
        Path file = folder.resolve("report.json");

        Report report = apply(plan());
        report.write(file);

        assertThat(Files.readString(file))
                .contains("\"status\" : \"DONE\"")
                .contains("\"DELETED\" : 4")
                .contains(going.digest().toString())
                .contains("\"windowMillis\"");
        assertThat(report.toTable())
                .startsWith("DONE after ")
                .contains("4 DELETED")
                .contains("once garbage is collected");
    }
}
