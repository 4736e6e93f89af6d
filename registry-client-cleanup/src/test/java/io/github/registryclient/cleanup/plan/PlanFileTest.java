package io.github.registryclient.cleanup.plan;

import static io.github.registryclient.cleanup.judge.TestRepository.digest;
import static io.github.registryclient.cleanup.plan.TestPlans.APP;
import static io.github.registryclient.cleanup.plan.TestPlans.POLICY;
import static io.github.registryclient.cleanup.plan.TestPlans.app;
import static io.github.registryclient.cleanup.plan.TestPlans.other;
import static io.github.registryclient.cleanup.plan.TestPlans.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.registryclient.cleanup.policy.Fuse;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.name.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans in files: written and read again they are equal, and none that somebody touched is believed. */
class PlanFileTest {
    @Test
    void written_and_read_again_it_is_equal(@TempDir Path folder) {
        Plan plan = plan(POLICY, app(), other());
        Path file = folder.resolve("plan.json");

        plan.write(file);

        Plan read = Plan.read(file);
        assertThat(read).isEqualTo(plan);
        assertThat(read.hash()).isEqualTo(plan.hash());
        assertThat(read.explain(APP, Tag.of("pr-1"))).isEqualTo(plan.explain(APP, Tag.of("pr-1")));
        assertThat(folder.toFile().list()).containsExactly("plan.json");
    }

    @Test
    void a_plan_that_was_edited_is_refused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("plan.json");
        plan(POLICY, app(), other()).write(file);
        String text = Files.readString(file);

        for (String edited : List.of(
                text.replace("\"keep\"", "\"delete\"").replace("main-202601010000", "pr-3"),
                text.replace("\"size\" : 1000", "\"size\" : 9000"),
                text.replace("\"rule\" : \"pr\"", "\"rule\" : \"px\""))) {
            Files.writeString(file, edited);

            assertThatThrownBy(() -> Plan.read(file))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("plan.json");
        }
    }

    @Test
    void a_plan_is_refused_also_where_only_what_follows_from_the_rest_was_edited(@TempDir Path folder)
            throws IOException {
        Path file = folder.resolve("plan.json");
        plan(POLICY, app(), other()).write(file);
        String text = Files.readString(file);

        for (String edited : List.of(
                text.replaceFirst("\"verdict\" : \"delete\"", "\"verdict\" : \"keep\""),
                text.replaceFirst("\"undoable\" : \"yes\"", "\"undoable\" : \"no\""),
                text.replaceFirst("\"freedBytes\" : [0-9]+", "\"freedBytes\" : 1"),
                text.replaceFirst("\"because\" : \"", "\"because\" : \"perhaps "))) {
            assertThat(edited).isNotEqualTo(text);
            Files.writeString(file, edited);

            assertThatThrownBy(() -> Plan.read(file))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("changed");
        }
    }

    @Test
    void a_plan_may_be_laid_out_anew(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("plan.json");
        Plan plan = plan(POLICY, app(), other());
        plan.write(file);
        JsonMapper mapper = new JsonMapper();

        Files.writeString(file, mapper.writeValueAsString(mapper.readTree(file.toFile())));

        assertThat(Plan.read(file)).isEqualTo(plan);
    }

    @Test
    void a_plan_that_was_cut_is_refused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("plan.json");
        plan(POLICY, app()).write(file);
        String text = Files.readString(file);

        for (int length : List.of(0, 1, text.length() / 2, text.length() - 3)) {
            Files.writeString(file, text.substring(0, length));

            assertThatThrownBy(() -> Plan.read(file)).isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void an_accepted_plan_is_the_same_when_it_was_written_and_read_again(@TempDir Path folder) {
        Policy careful = Policy.builder()
                .from(POLICY)
                .fuse(Fuse.builder().perRun(1).build())
                .build();
        Plan plan = plan(careful, app(), other());
        Plan accepted = plan.accept(plan.hash());
        Path file = folder.resolve("plan.json");

        accepted.write(file);

        assertThat(Plan.read(file)).isEqualTo(accepted);
        assertThat(Plan.read(file).repository(APP).orElseThrow().deletions())
                .isEqualTo(accepted.repository(APP).orElseThrow().deletions())
                .isNotEmpty();
    }

    @Test
    void the_document_says_of_each_deletion_what_has_to_be_true_when_it_is_done(@TempDir Path folder)
            throws IOException {
        Path file = folder.resolve("plan.json");
        plan(POLICY, app().tag("pr-3", "index"), other()).write(file);

        JsonNode deletion = new JsonMapper()
                .readTree(file.toFile())
                .at("/repositories/0/deletions")
                .get(0);

        assertThat(deletion.path("digest").asText()).isEqualTo(digest("index").toString());
        assertThat(deletion.at("/tags/pr-1").asText()).isEqualTo(digest("index").toString());
        assertThat(deletion.at("/tags/pr-3").asText()).isEqualTo(digest("index").toString());
        assertThat(deletion.path("children")).hasSize(2);
        assertThat(deletion.path("referrers").get(0).asText())
                .isEqualTo(digest("sbom").toString());
        assertThat(deletion.path("undoable").asText()).isEqualTo("yes");
    }
}
