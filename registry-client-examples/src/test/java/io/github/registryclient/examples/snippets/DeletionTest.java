package io.github.registryclient.examples.snippets;

import static io.github.registryclient.testkit.traffic.Fault.cutBeforeHead;
import static io.github.registryclient.testkit.traffic.RequestPattern.delete;
import static io.github.registryclient.testkit.traffic.RequestPattern.get;
import static io.github.registryclient.testkit.traffic.ScriptedAnswer.status;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.registryclient.DeleteResult;
import io.github.registryclient.DeleteResult.Outcome;
import io.github.registryclient.RegistryClient;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.junit.EmbeddedRegistryExtension;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleRepository;
import io.github.registryclient.testkit.traffic.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The example in docs/testing.md of a registry that misbehaves on command. */
// region script
@ExtendWith(EmbeddedRegistryExtension.class) // a registry for each test, closed after it
class DeletionTest {
    private final SampleRepository app = SampleRepository.named("team/app")
            .tag("1.0", SampleImages.seeded(1).image())
            .build();

    @Test
    void a_deletion_that_nobody_heard_of_is_looked_at_and_not_sent_twice(EmbeddedRegistry server) {
        RegistryFiller.of(server.uri()).push(app);
        server.script().on(get("/v2/team/app/tags/list")).answer(status(503).header("Retry-After", "0")); // once
        server.script().on(delete("/v2/**")).letThroughBut(cutBeforeHead(Ending.RESET)); // done, and no answer

        try (RegistryClient registry = HttpRegistryClient.connect(server.uri().toString())) {
            assertEquals(1, registry.listTags("team/app").toList().size());
            DeleteResult result =
                    registry.deleteManifest(app.name(), app.manifest("1.0").digest());
            assertEquals(Outcome.ACCEPTED_PARTIALLY, result.outcome()); // gone, but look at its tags
        }

        assertEquals(1, server.requests().count(delete("/v2/team/app/manifests/*"))); // method, path, headers, status
        assertFalse(server.snapshot()
                .repository("team/app")
                .manifests()
                .containsKey(app.manifest("1.0").digest()));
    } // what was scripted and did not come fails the test
}
// endregion
