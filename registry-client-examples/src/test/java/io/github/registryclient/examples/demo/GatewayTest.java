package io.github.registryclient.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.examples.CommandRun;
import io.github.registryclient.examples.ExitCode;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.contract.RealRegistries;
import io.github.registryclient.testkit.process.RegistryProcess;
import io.github.registryclient.testkit.process.RegistryProgram;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real registry behind something that refuses or loses single answers; what is there is asked behind its back. */
class GatewayTest {
    private static final String OLD = "1.0.0-201801010101010";

    private RegistryProcess process;
    private RegistryFiller filler;
    private Gateway gateway;

    @BeforeEach
    void start() {
        process = RegistryProcess.start(RealRegistries.assumePresent(RegistryProgram.DISTRIBUTION_2));
        filler = RegistryFiller.of(process.uri());
        gateway = new Gateway(process.uri());
    }

    @AfterEach
    void stop() {
        if (gateway != null) {
            gateway.close();
        }
        if (process != null) {
            process.close();
        }
    }

    @Test
    void a_repository_that_may_not_be_read_is_left_out_and_the_last_lines_and_exit_code_say_so() {
        SampleHistory.push(process.uri());
        gateway.answer("/v2/admin/hello/tags/list", 403, "{\"errors\":[{\"code\":\"DENIED\",\"message\":\"no\"}]}");

        CommandRun run = demo("--delete", "--yes");

        assertThat(run.exitCode).as(run.toString()).isEqualTo(ExitCode.REGISTRY);
        assertThat(run.out).contains("admin/hello: left out, because reading it was refused: status 403, DENIED no");
        assertThat(run.out.lines())
                .endsWith("Left out, because this account may not read it all: 1 repository.", "   admin/hello");
        assertThat(has("admin/hello", "1.1.0-201806111004211")).isTrue();
        assertThat(has("admin/db", "10.4.0-201805151212127")).isFalse();
        assertThat(has("team/web", "3.0.0-201807301405519")).isFalse();
    }

    @Test
    void reading_only_says_as_well_what_could_not_be_read() {
        SampleHistory.push(process.uri());
        gateway.answer("/v2/team/web/tags/list", 401, "");

        CommandRun run = demo();

        assertThat(run.exitCode).as(run.toString()).isEqualTo(ExitCode.REGISTRY);
        assertThat(run.out)
                .contains("3 manifests with 4 tags would go.")
                .endsWith("   team/web" + System.lineSeparator());
    }

    @Test
    void a_list_of_tags_that_fails_otherwise_ends_the_run() {
        SampleHistory.push(process.uri());
        gateway.answer("/v2/admin/hello/tags/list", 404, "");

        CommandRun run = demo("--delete", "--yes");

        assertThat(run.exitCode).as(run.toString()).isEqualTo(ExitCode.REGISTRY);
        assertThat(run.err).contains("run: GET", "admin/hello/tags/list", "404");
        assertThat(has("admin/db", "10.4.0-201805151212127")).isTrue();
    }

    @Test
    void a_404_that_is_not_the_registrys_own_takes_no_protection_from_the_children_of_a_nested_index() {
        Nested nested = new Nested();
        gateway.answer("/v2/nested/manifests/" + nested.inner.digest(), 404, "");

        CommandRun run = demo("--delete", "--yes", "--keep", "1");

        assertThat(run.exitCode).as(run.toString()).isEqualTo(ExitCode.REGISTRY);
        assertThat(run.err).contains("run: GET", nested.inner.digest().toString(), "404");
        assertThat(run.out).doesNotContain("DELETED");
        assertThat(has("nested", OLD)).isTrue();
        assertThat(has(nested.shared.digest())).isTrue();
    }

    @Test
    void children_of_a_nested_index_that_stays_are_spared() {
        Nested nested = new Nested();

        CommandRun run = demo("--delete", "--yes", "--keep", "1");

        assertThat(run.exitCode).as(run.toString()).isZero();
        assertThat(has("nested", OLD)).isFalse();
        assertThat(has(nested.shared.digest())).isTrue();
    }

    @Test
    void an_inner_index_that_the_registry_itself_does_not_know_stops_nothing() {
        Nested nested = new Nested();
        filler.deleteManifest(RepositoryName.of("nested"), nested.inner.digest());

        CommandRun run = demo("--delete", "--yes", "--keep", "1");

        assertThat(run.exitCode).as(run.toString()).isZero();
        assertThat(has("nested", OLD)).isFalse();
    }

    /** An old index and the inner index of a new one list the same image. */
    private final class Nested {
        private final SampleImages images = SampleImages.seeded(56);
        final SampleManifest shared = images.image();
        final SampleManifest inner = images.index(List.of(shared, images.image()));

        Nested() {
            filler.push(SampleRepository.named("nested")
                    .tag(OLD, images.index(List.of(shared)))
                    .tag("1.0.0-201901010101010", images.index(List.of(inner, images.image())))
                    .build());
        }
    }

    private CommandRun demo(String... more) {
        String[] line = new String[3 + more.length];
        line[0] = "demo";
        line[1] = "--registry";
        line[2] = gateway.url();
        System.arraycopy(more, 0, line, 3, more.length);
        return CommandRun.of(line);
    }

    private boolean has(String repository, String tag) {
        return filler.hasManifest(RepositoryName.of(repository), Tag.of(tag));
    }

    private boolean has(Digest digest) {
        return filler.hasManifest(RepositoryName.of("nested"), digest);
    }
}
