package io.github.registryclient.cleanup.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.github.registryclient.error.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema and the reader say the same of a document, as far as a schema can. */
class PolicySchemaTest {
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(resource("/io/github/registryclient/cleanup/policy/policy.schema.json"));

    private static String resource(String name) {
        try (InputStream stream = Objects.requireNonNull(PolicySchemaTest.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<ValidationMessage> faults(String json) {
        return SCHEMA.validate(json, InputFormat.JSON);
    }

    @Test
    void the_schema_is_one() {
        JsonSchema ofSchemas = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(ofSchemas.validate(
                        resource("/io/github/registryclient/cleanup/policy/policy.schema.json"), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"p1", "p2", "p3"})
    void both_accept_the_three_policies(String name) {
        String json = resource("/policies/" + name + ".json");

        assertThat(faults(json)).isEmpty();
        assertThat(faults(Policy.parse(json).toJson())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"defaultProtections\":false",
                "\"hosts\":[\"registry.local:5000\",\"[::1]:5000\"]",
                "\"keep\":[\"team/app\",\"team/app:1.0\",\"registry.local:5000/team/app:1.0\"]",
                "\"fuse\":{\"perRun\":100,\"perRepository\":20,\"share\":0.5,\"shareFrom\":5}",
                "\"fuse\":{\"share\":1}",
                "\"ages\":{\"source\":\"ledger\",\"grace\":\"0\"}",
                "\"ages\":{\"source\":\"x-pushes\",\"grace\":\"PT12H\"}",
                "\"ages\":{\"tagTimes\":[{\"pattern\":\"{time}\",\"format\":\"uuuuMMdd\",\"zone\":\"Europe/Berlin\"}]}",
                "\"ages\":{\"tagTimes\":[{\"pattern\":\"regex:(?P<time>\\\\d{8})\",\"format\":\"uuuuMMdd\"}]}",
            })
    void both_accept_what_a_policy_can_say(String field) {
        accepted("{\"policyVersion\":1," + field + "}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"keep\",\"tags\":{\"include\":[\"a\"],\"exclude\":[\"b\"]}",
                "\"keep\"",
                "\"keep\",\"allowEmpty\":false",
                "\"delete\",\"tags\":{\"include\":[\"**\"]},\"allowEmpty\":true,\"maxShare\":1",
                "\"delete\",\"untagged\":true,\"olderThan\":\"2w\"",
                "\"delete\",\"kinds\":[\"buildCache\",\"sbom\"],\"olderThan\":\"36500d\"",
                "\"delete\",\"defects\":[\"danglingTag\",\"partialIndex\",\"missingBlobs\",\"orphaned\"],\"subjectsHere\":true",
                "\"delete\",\"olderThan\":\"9d\",\"youngerThan\":\"P10D\"",
                "\"delete\",\"versions\":{\"atLeast\":\"1\",\"below\":\"v2.0.0-rc.1\",\"preReleases\":true}",
                "\"delete\",\"versions\":{}",
                "\"delete\",\"labels\":{\"a\":\"*\"},\"annotations\":{\"b\":\"c\"},\"platforms\":[\"linux/*\"],\"across\":\"all\"",
                "\"delete\",\"newest\":3,\"order\":\"version\",\"preReleases\":true",
                "\"delete\",\"tags\":{\"include\":[\"{b}-*\"]},\"group\":\"b\",\"newestGroups\":2,\"beyondNewest\":1",
                "\"delete\",\"tags\":{\"include\":[\"{b}-*\"]},\"group\":\"b\",\"groupOlderThan\":\"60d\",\"order\":\"age\"",
            })
    void both_accept_what_a_rule_can_say(String rest) {
        accepted(rule(rest));
    }

    private static String rule(String rest) {
        return "{\"policyVersion\":1,\"rules\":[{\"name\":\"a\",\"action\":" + rest + "}]}";
    }

    private static void accepted(String json) {
        assertThatCode(() -> Policy.parse(json)).doesNotThrowAnyException();
        assertThat(faults(json)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{\"policyVersion\":2}",
                "{\"policyVersion\":1,\"rule\":[]}",
                "{\"policyVersion\":1,\"rules\":[]}",
                "{\"policyVersion\":1,\"rules\":[7]}",
                "{\"policyVersion\":1,\"rules\":null}",
                "{\"policyVersion\":1,\"fuse\":{\"share\":0}}",
                "{\"policyVersion\":1,\"fuse\":{\"shareFrom\":0}}",
                "{\"policyVersion\":1,\"hosts\":[\"http://x\"]}",
                "{\"policyVersion\":1,\"keep\":[\"team/app: 1\"]}",
                "{\"policyVersion\":1,\"ages\":{\"source\":\"moon\"}}",
                "{\"policyVersion\":1,\"ages\":{\"grace\":\"0d\"}}",
                "{\"policyVersion\":1,\"ages\":{\"tagTimes\":[{\"pattern\":\"x-*\",\"format\":\"uuuu\"}]}}",
                "{\"policyVersion\":1,\"ages\":{\"tagTimes\":[{\"pattern\":\"{time}\"}]}}",
                "{\"policyVersion\":1,\"rules\":[{\"action\":\"keep\"}]}",
                "{\"policyVersion\":1,\"rules\":[{\"name\":\"default protections\",\"action\":\"keep\"}]}",
            })
    void both_refuse_what_no_policy_can_say(String json) {
        refused(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"purge\"",
                "\"delete\"",
                "\"delete\",\"repositories\":{\"include\":[\"team/**\"]}",
                "\"delete\",\"tags\":{}",
                "\"delete\",\"tags\":{\"include\":[]}",
                "\"delete\",\"tags\":{\"include\":[\" \"]}",
                "\"delete\",\"tags\":{\"like\":[\"a\"]}",
                "\"delete\",\"tags\":[\"a\"]",
                "\"delete\",\"untagged\":false",
                "\"delete\",\"olderThan\":\"-5d\"",
                "\"delete\",\"olderThan\":\"P-5D\"",
                "\"delete\",\"olderThan\":\"00d\"",
                "\"delete\",\"olderThan\":5",
                "\"delete\",\"olderThan\":\"5y\"",
                "\"delete\",\"beyondNewest\":0",
                "\"delete\",\"beyondNewest\":1.5",
                "\"delete\",\"beyondNewest\":3000000000",
                "\"delete\",\"newest\":1,\"beyondNewest\":1",
                "\"delete\",\"kinds\":[\"Image\"]",
                "\"delete\",\"versions\":{\"below\":\"new\"}",
                "\"delete\",\"labels\":{\"a\":\"b\"}",
                "\"delete\",\"labels\":{},\"tags\":{\"include\":[\"a\"]}",
                "\"delete\",\"labels\":{},\"across\":\"any\"",
                "\"delete\",\"newest\":1,\"across\":\"any\"",
                "\"delete\",\"newest\":1,\"group\":\"b\"",
                "\"delete\",\"tags\":{\"include\":[\"{b}-*\"]},\"group\":\"b\"",
                "\"delete\",\"tags\":{\"include\":[\"{b}-*\"]},\"newestGroups\":1",
                "\"delete\",\"tags\":{\"include\":[\"a\"]},\"order\":\"version\"",
                "\"delete\",\"newest\":1,\"preReleases\":true",
                "\"delete\",\"untagged\":true,\"newest\":1",
                "\"delete\",\"untagged\":true,\"tags\":{\"include\":[\"a\"]}",
                "\"delete\",\"untagged\":true,\"defects\":[\"danglingTag\"]",
                "\"keep\",\"allowEmpty\":true",
                "\"keep\",\"maxShare\":0.5",
                "\"keep\",\"subjectsHere\":true",
            })
    void both_refuse_what_no_rule_can_say(String rest) {
        refused(rule(rest));
    }

    private static void refused(String json) {
        assertThat(faults(json)).as("the schema refuses it").isNotEmpty();
        assertThatThrownBy(() -> Policy.parse(json)).isInstanceOf(InvalidInputException.class);
    }
}
