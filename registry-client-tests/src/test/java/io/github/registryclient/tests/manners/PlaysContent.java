package io.github.registryclient.tests.manners;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.testkit.manner.Manners;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The embedded registry with a server's manners does with manifests and blobs what that server does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PlaysContent {
    private final String program;
    private final Manners manners;
    private RealAndEmbedded both;

    PlaysContent(String program, Manners manners) {
        this.program = program;
        this.manners = manners;
    }

    @BeforeAll
    void start() {
        both = RealAndEmbedded.start(program, manners);
    }

    @AfterAll
    void stop() {
        if (both != null) {
            both.close();
        }
    }

    Stream<Scenario> scenarios() {
        return ContentScenarios.all(false).stream();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void does_alike(Scenario scenario) {
        both.push(scenario.content());

        String real = scenario.play(both.real());
        String played = scenario.play(both.embedded());

        assertThat(played).isEqualTo(real);
    }
}
