package io.github.registryclient.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.testkit.contract.RealRegistries;
import io.github.registryclient.testkit.process.RegistryProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalDemoTest {
    @ParameterizedTest
    @ValueSource(strings = {RegistryProgram.DISTRIBUTION_2, RegistryProgram.DISTRIBUTION_3})
    void the_whole_job_is_done_on_a_real_registry_and_nothing_is_left(String name) {
        RegistryProgram program = RealRegistries.assumePresent(name);

        Account account = theWholeJobIsDoneOn(RegistryChoice.real(program));

        assertThat(account.toString())
                .contains(program.name() + " " + program.version() + "\n")
                .contains("$ " + program.executable() + " garbage-collect --dry-run ")
                .contains("$ " + program.executable() + " garbage-collect /");
    }

    @Test
    void the_whole_job_is_done_on_the_embedded_registry_and_nothing_is_left() {
        Account account = theWholeJobIsDoneOn(RegistryChoice.embedded());

        assertThat(account.toString()).containsSubsequence("garbageCollectDryRun()", "garbageCollect()");
    }

    private static Account theWholeJobIsDoneOn(RegistryChoice choice) {
        DiskWatch out = new DiskWatch();

        boolean asPlanned = new LocalDemo(new Report(out), new BuildsPolicy(2), choice).run();

        Account account = out.account();
        assertThat(asPlanned).as(account.toString()).isTrue();
        assertThat(account.toString())
                .containsPattern("admin/hello +sha256:\\p{XDigit}{12} +1.1.0-201806121530418, 1.1.0-201806121602557\n")
                .containsPattern("delete +1.1.0-201806111004211: the rule \"older than the newest 2 builds\"\n")
                .containsPattern("admin/hello:1.0.0-201806041925053@sha256:\\p{XDigit}{12}\n"
                        + " +verdict: UNTAG: .* its manifest stays: the tag\n? +1.0.0 points to it and stays")
                .containsSubsequence(
                        "6. Deleting",
                        "\n   DONE after ",
                        "\n   5 DELETED\n",
                        "7. A change of mind",
                        ": 1 restored",
                        "8. Back again",
                        "\n   DONE after ",
                        "\n   1 DELETED\n");
        assertThat(account.toString().lines())
                .allMatch(line -> line.length() <= 100 || line.contains("garbage-collect"));
        assertThat(account.pushedBytes()).isEqualTo(out.bytesAtStep(2));
        assertThat(account.deletedBytes()).isEqualTo(out.bytesAtStep(9));
        assertThat(account.collectedBytes()).isEqualTo(out.bytesAtStep(10));
        assertThat(account.number("Space came back: ([\\d,]+) bytes of"))
                .as("four programs of 60,000 bytes that do not compress")
                .isBetween(240_000L, account.pushedBytes() - 1)
                .isEqualTo(out.bytesAtStep(2) - out.bytesAtStep(10));
        assertThat(account.storage().getParent()).doesNotExist();
        return account;
    }
}
