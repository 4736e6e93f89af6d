package io.github.registryclient.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.examples.snippets.CleanUp;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.sample.ImageSpec;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import io.github.registryclient.testkit.traffic.RequestPattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands plan and explain, on two builds and a release that is the second of them. */
class PlanCommandTest {
    private static final String OLD = "main-201806041925";
    private static final String RELEASED = "main-201809251650";
    private static final String POLICY = "{\"policyVersion\": 1, \"rules\": [{\"name\": \"old builds\","
            + " \"action\": \"delete\", \"tags\": {\"include\": [\"main-*\"]}, \"olderThan\": \"90d\"}]}";

    @TempDir
    private Path folder;

    private final EmbeddedRegistry registry = EmbeddedRegistry.start();
    private String policy = "";
    private String kept = "";

    @BeforeEach
    void fill() throws IOException {
        SampleImages images = SampleImages.seeded(1);
        SampleManifest release = images.image(ImageSpec.defaults().createdAt(Instant.parse("2018-09-25T16:50:00Z")));
        RegistryFiller.of(registry.uri())
                .push(SampleRepository.named("shop/web")
                        .tag(OLD, images.image(ImageSpec.defaults()))
                        .tag(RELEASED, release)
                        .tag("latest", release)
                        .build());
        registry.clearRequests();
        policy = Files.writeString(folder.resolve("policy.json"), POLICY).toString();
        kept = folder.resolve("plan.json").toString();
    }

    @AfterEach
    void end() {
        registry.close();
    }

    private CommandRun plan(String... more) {
        String[] args = new String[4 + more.length];
        System.arraycopy(more, 0, args, 4, more.length);
        args[0] = "plan";
        args[1] = registry.uri().toString();
        args[2] = "--policy";
        args[3] = policy;
        return CommandRun.of(args);
    }

    private CommandRun keptPlan() {
        CommandRun run = plan("--out", kept);
        assertThat(run.exitCode).as(run.toString()).isEqualTo(ExitCode.OK);
        return run;
    }

    @Test
    void a_plan_shows_what_would_go_and_why_and_is_kept_and_nothing_is_deleted() {
        CommandRun run = keptPlan();

        assertThat(run.out)
                .contains(
                        ": 1 manifests to delete in 1 repositories\nshop/web, which holds 1.7 KiB that no other repository needs:\n")
                .containsPattern("delete +" + OLD + ": the rule \"old builds\"\n")
                .containsPattern("untag +" + RELEASED + ": the rule \"old builds\", but its manifest stays: .*latest")
                .containsPattern("\nfrees .*\nof .*\nhash sha256:[0-9a-f]{64}\nkept in ");
        assertThat(run.err).isEmpty();
        assertThat(registry.requests().all())
                .allMatch(request -> Set.of("GET", "HEAD").contains(request.method()));
        assertThat(Plan.read(Path.of(kept)).repositories()).hasSize(1);
    }

    @Test
    void a_tag_is_explained_from_the_plan_that_was_kept() {
        keptPlan();

        CommandRun run = CommandRun.of("explain", kept, "shop/web:" + OLD);

        assertThat(run.exitCode).as(run.toString()).isEqualTo(ExitCode.OK);
        assertThat(run.out)
                .startsWith("shop/web:" + OLD + "@sha256:")
                .contains(
                        "verdict: DELETE: the rule \"old builds\"",
                        "rule: delete \"old builds\" matches",
                        "age by tag: 2018-06-04T19:25:00Z (" + OLD + ")",
                        "age by config: 2018-06-04T19:25:05Z (2018-06-04T19:25:05Z), which counts",
                        "would free alone: ");
    }

    @Test
    void latest_on_a_shared_manifest_is_explained_with_the_tag_that_it_saves() {
        keptPlan();

        CommandRun latest = CommandRun.of("explain", kept, "shop/web:latest");
        CommandRun saved = CommandRun.of("explain", kept, "shop/web:" + RELEASED);

        assertThat(latest.out)
                .contains("verdict: KEEP: the rule \"default protections\"", "tags of the same manifest:", RELEASED);
        assertThat(saved.out)
                .contains(
                        "verdict: UNTAG: the rule \"old builds\", but its manifest stays: the tag latest points to it");
    }

    @Test
    void a_manifest_is_explained_by_its_digest() {
        keptPlan();
        String digest = registry.snapshot()
                .repositories()
                .get(RepositoryName.of("shop/web"))
                .tags()
                .get(Tag.of(OLD))
                .toString();

        CommandRun run = CommandRun.of("explain", kept, "shop/web@" + digest);

        assertThat(run.exitCode).as(run.toString()).isEqualTo(ExitCode.OK);
        assertThat(run.out).contains("verdict: DELETE: the rule \"old builds\"");
    }

    @Test
    void a_tag_or_repository_that_the_plan_does_not_know_is_refused() {
        keptPlan();

        refused(CommandRun.of("explain", kept, "shop/web:nosuch"), "the plan knows no such tag in shop/web");
        refused(
                CommandRun.of("explain", kept, "shop/app:latest"),
                "invalid repository \"shop/app\": the plan is not about it");
        refused(CommandRun.of("explain", kept, "shop/web"), "expected REPOSITORY:TAG or REPOSITORY@DIGEST");
        refused(CommandRun.of("explain", kept, "shop web"), "invalid reference \"shop web\"");
    }

    @Test
    void a_plan_that_was_edited_by_hand_is_refused() throws IOException {
        keptPlan();
        Path file = Path.of(kept);
        Files.writeString(file, Files.readString(file).replace("\"90d\"", "\"9d\""));

        refused(CommandRun.of("explain", kept, "shop/web:latest"), "plan.json: it was changed after it was written");

        Files.writeString(file, "{\"planVersion\": 1");
        refused(CommandRun.of("explain", kept, "shop/web:latest"), "plan.json: ");
        refused(CommandRun.of("explain", kept + "x", "shop/web:latest"), "plan.jsonx: there is no such file");
    }

    @Test
    void a_mistake_in_the_policy_is_told_with_its_place_and_nothing_is_asked() throws IOException {
        Path file = Path.of(policy);
        Files.writeString(file, POLICY.replace("\"action\": \"delete\", ", ""));
        refused(plan(), "policy.json: rules[0]: the field \"action\" is missing");

        Files.writeString(file, POLICY.replace("olderThan", "olderThen"));
        refused(plan(), "policy.json: rules[0].olderThen: there is no such field here");

        Files.delete(file);
        refused(plan(), "policy.json: there is no such file");
        assertThat(registry.requests().all()).isEmpty();
    }

    @Test
    void what_is_in_use_stays_and_a_file_that_names_nothing_here_is_no_leave_to_delete() throws IOException {
        Path running = Files.writeString(folder.resolve("running.txt"), "# cluster a\nshop/web:" + OLD + "\n");

        CommandRun run = plan("--in-use", running.toString());
        assertThat(run.out)
                .contains(": 0 manifests to delete in 1 repositories")
                .contains("untag");

        Files.writeString(running, "\n");
        CommandRun none = plan("--in-use", running.toString());
        assertThat(none.exitCode).as(none.toString()).isEqualTo(ExitCode.REGISTRY);
        assertThat(none.err).contains("a source of what is in use names nothing");

        Files.writeString(running, "shop/Web:1\n");
        assertThat(plan("--in-use", running.toString()).err)
                .startsWith("run: what is in use could not be found out: ")
                .contains("running.txt: line 1: invalid reference")
                .doesNotContain("Exception");
    }

    @Test
    void named_repositories_need_no_catalog() {
        try (EmbeddedRegistry without = EmbeddedRegistry.builder().noCatalog().start()) {
            RegistryFiller.of(without.uri())
                    .push(SampleRepository.named("shop/web")
                            .tag(OLD, SampleImages.seeded(1).image())
                            .build());
            String url = without.uri().toString();

            CommandRun whole = CommandRun.of("plan", url, "--policy", policy);
            CommandRun named = CommandRun.of("plan", url, "--policy", policy, "--repository", "shop/web");

            assertThat(whole.exitCode).as(whole.toString()).isEqualTo(ExitCode.REGISTRY);
            assertThat(whole.err).startsWith("run: the catalog could not be read");
            assertThat(named.exitCode).as(named.toString()).isEqualTo(ExitCode.OK);
        }
    }

    @Test
    void help_names_every_option_on_lines_that_fit() {
        CommandRun help = CommandRun.of("plan", "--help");

        assertThat(help.out).contains("--policy=FILE", "--out=FILE", "--in-use=FILE", "--verify-sizes", "--check");
        assertThat(help.out.lines()).allMatch(line -> line.length() <= 100);
        assertThat(CommandRun.of("explain", "--help").out).contains("REPOSITORY:TAG");
    }

    @Test
    void the_readmes_example_keeps_a_plan_without_the_tag_that_was_taken_out() throws IOException {
        RegistryFiller.of(registry.uri())
                .push(SampleRepository.named("shop/web")
                        .tag("main-202606200900", SampleImages.seeded(2).image())
                        .build());
        Path running = Files.writeString(folder.resolve("running.txt"), "shop/web:latest\n");
        try (HttpRegistryClient client =
                HttpRegistryClient.connect(registry.uri().toString())) {
            Plan plan = CleanUp.plan(client, Policy.parse(POLICY), running, Path.of(kept));

            assertThat(Plan.read(Path.of(kept))).isEqualTo(plan);
            assertThat(plan.explain(RepositoryName.of("shop/web"), Tag.of("main-202606200900"))
                            .decision()
                            .verdict())
                    .hasToString("KEEP");
        }
    }

    private static void refused(CommandRun run, String said) {
        assertThat(run.exitCode).as(run.toString()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err).startsWith("run: ").contains(said).doesNotContain("\tat ");
        assertThat(run.out).isEmpty();
    }

    @Test
    void with_a_state_the_next_plan_reads_no_document_again_and_knows_a_later_push() {
        String state = folder.resolve("state").toString();
        plan("--state", state);
        registry.clearRequests();
        SampleImages images = SampleImages.seeded(2);
        RegistryFiller.of(registry.uri())
                .push(SampleRepository.named("shop/web")
                        .tag("main-201801010000", images.image(ImageSpec.defaults()))
                        .build());
        registry.clearRequests();

        CommandRun second = plan("--state", state, "--out", kept);

        assertThat(second.exitCode).as(second.toString()).isEqualTo(ExitCode.OK);
        assertThat(registry.requests().matching(RequestPattern.get("/v2/shop/web/manifests/**")))
                .hasSize(1);
        assertThat(CommandRun.of("explain", kept, "shop/web:main-201801010000").toString())
                .contains("KEEP")
                .contains("grace");
    }

    @Test
    void a_ledger_that_was_lost_is_an_error_until_a_new_one_is_begun() throws IOException {
        Path state = folder.resolve("state");
        plan("--state", state.toString());
        try (Stream<Path> files = Files.list(state.resolve("ledger"))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".txt")).collect(Collectors.toList())) {
                Files.delete(file);
            }
        }

        CommandRun refused = plan("--state", state.toString());
        CommandRun anew = plan("--state", state.toString(), "--new-ledger");

        assertThat(refused.exitCode).as(refused.toString()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.toString()).contains("ledger");
        assertThat(anew.exitCode).as(anew.toString()).isEqualTo(ExitCode.OK);
    }
}
