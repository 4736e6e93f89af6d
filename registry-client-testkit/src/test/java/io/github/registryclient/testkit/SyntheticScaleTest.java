package io.github.registryclient.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A million tags and a hundred thousand repositories: in another JVM, for the limit of its heap to be real. */
class SyntheticScaleTest {
    @Test
    void a_million_tags_are_served_in_pages_out_of_64_mib() throws Exception {
        assertThat(child("/v2/big/app/tags/list?n=1000", "t"))
                .isEqualTo("1000000 names in 1000 answers, t0000000 to t0999999");
    }

    @Test
    void a_million_tags_are_served_in_one_answer_out_of_64_mib() throws Exception {
        assertThat(child("/v2/big/app/tags/list", "t")).isEqualTo("1000000 names in 1 answers, t0000000 to t0999999");
    }

    @Test
    void a_hundred_thousand_repositories_are_served_out_of_64_mib() throws Exception {
        assertThat(child("/v2/_catalog?n=1000", "many/r"))
                .isEqualTo("100000 names in 101 answers, many/r0000000 to many/r0099999");
    }

    @Test
    void an_image_of_very_many_is_found_by_its_digest_out_of_64_mib() throws Exception {
        assertThat(child("/v2/big/app/manifests/t0777777", "digest"))
                .isEqualTo("of another registry: 200 200, unknown: 404, deleted: 202, and then 404, three tags less");
    }

    /** Runs {@link SyntheticContentProgram} and gives what it printed. */
    private static String child(String... arguments) throws IOException, InterruptedException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                classPath,
                SyntheticContentProgram.class.getName());
        builder.command().addAll(List.of(arguments));
        Process child = builder.redirectErrorStream(true).start();
        try {
            String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(child.waitFor(100, TimeUnit.SECONDS)).as(said).isTrue();
            return said.strip();
        } finally {
            child.destroyForcibly();
        }
    }
}
