package io.github.registryclient.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.examples.demo.Account;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where there is nothing but Java. */
class EmbeddedDemoTest {
    @TempDir
    private Path folder;

    @Test
    void without_a_registry_on_the_path_the_whole_job_is_done_on_the_embedded_one() throws Exception {
        try (ChildJvm child = ChildJvm.demo(folder, Map.of("PATH", ""))) {
            assertThat(child.process.waitFor(60, TimeUnit.SECONDS)).isTrue();

            Account account = new Account(child.output());
            assertThat(child.process.exitValue()).as(account.toString()).isEqualTo(ExitCode.OK);
            assertThat(account.toString())
                    .contains(
                            "thrown away afterwards: the embedded one of the testkit\n",
                            "\nNo real registry is on the PATH.")
                    .contains("apt-get install docker-registry", "go install github.com/distribution/distribution/v3")
                    .contains("\nSpace came back: ");
            assertThat(account.toString().lines()).allMatch(line -> line.length() <= 100);
            assertThat(account.deletedBytes() - account.collectedBytes())
                    .as("what the collector says that it freed, in its dry run too, is what is missing on the disk")
                    .isPositive()
                    .isEqualTo(account.number("after garbage collection +[\\d,]+ +([\\d,]+)\n"))
                    .isEqualTo(account.number("are not: ([\\d,]+) bytes would go"))
                    .isEqualTo(account.number("are not: ([\\d,]+) bytes gone"));
            assertThat(child.leftFiles()).isEmpty();
        }
    }
}
