package io.github.registryclient.cleanup.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.error.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyJsonTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"p1", "p2", "p3"})
    void a_policy_is_the_same_after_it_was_written(String name) throws IOException {
        Policy policy = Policy.parse(resource(name));

        assertThat(Policy.parse(policy.toJson())).isEqualTo(policy);
        assertThat(Policy.parse(policy.toJson()).hash()).isEqualTo(policy.hash());
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = PolicyJsonTest.class.getResourceAsStream("/policies/" + name + ".json")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void the_json_form_says_what_the_builder_says() throws IOException {
        NameFilter branches = NameFilter.builder().include("{branch}-*").build();
        Rule newest = Rule.delete("beyond the newest 10 of a branch")
                .tags(branches)
                .group("branch")
                .beyondNewest(10)
                .build();
        Rule silent = Rule.delete("branches without a push for 60 days")
                .tags(branches)
                .group("branch")
                .groupOlderThan(Duration.ofDays(60))
                .allowEmpty(true)
                .build();

        assertThat(Policy.parse(resource("p1")))
                .isEqualTo(Policy.builder().addRules(newest, silent).build());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[] | expected a JSON object",
                "{\"policyVersion\":1,} | line 1, column",
                "{\"policyVersion\":1} {} | line 1, column",
                "{\"policyVersion\":1,\"policyVersion\":1} | Duplicate field 'policyVersion'",
                "{} | the field \"policyVersion\" is missing",
                "{\"policyVersion\":2} | policyVersion: expected 1, not 2",
                "{\"policyVersion\":1,\"rule\":[]} | rule: there is no such field here; there are policyVersion",
                "{\"policyVersion\":1,\"rules\":[]} | rules: the list is empty",
                "{\"policyVersion\":1,\"rules\":[7]} | rules[0]: expected an object",
                "{\"policyVersion\":1,\"rules\":[{\"name\":\"a\",\"action\":\"purge\"}]} | rules[0].action: invalid word \"purge\": expected one of keep, delete",
                "{\"policyVersion\":1,\"rules\":[{\"name\":\"a\",\"action\":\"delete\",\"tags\":{\"include\":[\"a\",\"regex:(\"]}}]} | rules[0].tags.include[1]: invalid pattern",
                "{\"policyVersion\":1,\"rules\":[{\"name\":\"a\",\"action\":\"delete\",\"olderThan\":\"-5d\"}]} | rules[0].olderThan: invalid time",
                "{\"policyVersion\":1,\"rules\":[{\"name\":\"a\",\"action\":\"delete\",\"olderThan\":\"P-5D\"}]} | rules[0].olderThan: a time of",
                "{\"policyVersion\":1,\"rules\":[{\"name\":\"a\",\"action\":\"delete\",\"olderThan\":\"36501d\"}]} | rules[0].olderThan: a time of",
                "{\"policyVersion\":1,\"rules\":[{\"name\":\"a\",\"action\":\"delete\",\"beyondNewest\":0}]} | rules[0]: rule \"a\": expected a number of newest ones from 1 on",
                "{\"policyVersion\":1,\"rules\":[{\"name\":\"a\",\"action\":\"delete\",\"beyondNewest\":1.5}]} | rules[0].beyondNewest: expected a whole number",
                "{\"policyVersion\":1,\"rules\":[{\"name\":\"a\",\"action\":\"delete\"}]} | it would delete everything",
                "{\"policyVersion\":1,\"rules\":[{\"name\":\"a\",\"action\":\"delete\",\"olderThan\":\"9d\",\"youngerThan\":\"9d\"}]} | nothing is older than",
                "{\"policyVersion\":1,\"rules\":[{\"name\":\"a\",\"action\":\"delete\",\"beyondNewest\":1,\"group\":\"b\"}]} | the group \"b\" is no named part",
                "{\"policyVersion\":1,\"rules\":[{\"name\":\"a\",\"action\":\"keep\",\"allowEmpty\":true}]} | allowEmpty means nothing where something is kept",
                "{\"policyVersion\":1,\"rules\":[{\"name\":\"a\",\"action\":\"keep\"},{\"name\":\"a\",\"action\":\"keep\"}]} | two rules are called \"a\"",
                "{\"policyVersion\":1,\"rules\":[{\"name\":\"a\",\"action\":\"delete\",\"newest\":1,\"labels\":{}}]} | rules[0].labels: there is nothing in it",
                "{\"policyVersion\":1,\"fuse\":{\"share\":0}} | fuse: expected a share",
                "{\"policyVersion\":1,\"hosts\":[\"http://x\"]} | hosts[0]: invalid host",
                "{\"policyVersion\":1,\"keep\":[\"team/app:\"]} | keep[0]: invalid reference",
                "{\"policyVersion\":1,\"keepFiles\":[\"keep.txt\"]} | keepFiles[0]: keep files lie beside",
                "{\"policyVersion\":1,\"ages\":{\"source\":\"moon\"}} | ages.source: invalid source of ages",
                "{\"policyVersion\":1,\"ages\":{\"tagTimes\":[{\"pattern\":\"x-*\",\"format\":\"uuuu\"}]}} | ages.tagTimes[0]: the pattern of a time stamp needs a part",
            })
    void a_mistake_names_its_place_and_what_was_expected(String json, String message) {
        assertThatThrownBy(() -> Policy.parse(json))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(message);
    }

    @Test
    void keep_files_lie_beside_the_policy() throws IOException {
        Files.writeString(folder.resolve("keep.txt"), "# for the auditors\n\nteam/app:1.0\nteam/app\n");
        Path file = Files.writeString(
                folder.resolve("policy.json"), "{\"policyVersion\": 1, \"keepFiles\": [\"keep.txt\"]}");

        assertThat(Policy.read(file).keep())
                .containsExactly(ImageReference.parse("team/app:1.0"), ImageReference.parse("team/app"));
    }

    @Test
    void a_keep_file_that_cannot_be_read_is_no_empty_one() throws IOException {
        Path file = Files.writeString(
                folder.resolve("policy.json"), "{\"policyVersion\": 1, \"keepFiles\": [\"keep.txt\"]}");

        assertThatThrownBy(() -> Policy.read(file))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("policy.json: keepFiles[0]: keep file ")
                .hasMessageContaining("keep.txt: there is no such file");

        Files.writeString(folder.resolve("keep.txt"), "team/app:1.0\nteam/App\n");
        assertThatThrownBy(() -> Policy.read(file)).hasMessageContaining("keep.txt: line 2: invalid reference");

        Files.write(folder.resolve("keep.txt"), new byte[] {(byte) 0xff, (byte) 0xfe});
        assertThatThrownBy(() -> Policy.read(file)).hasMessageContaining("keep.txt: it is no text in UTF-8");
    }
}
