package io.github.registryclient.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.testkit.contract.RealRegistries;
import io.github.registryclient.testkit.process.RegistryProgram;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalDemoTest {
    private static final Pattern FREED = Pattern.compile("Space came back: ([\\d,]+) bytes of ([\\d,]+)");

    @ParameterizedTest
    @ValueSource(strings = {RegistryProgram.DISTRIBUTION_2, RegistryProgram.DISTRIBUTION_3})
    void the_whole_job_is_done_and_nothing_is_left(String name) {
        RegistryProgram program = RealRegistries.assumePresent(name);
        StringWriter out = new StringWriter();

        boolean asPlanned = new LocalDemo(new Report(new PrintWriter(out)), new BuildsPolicy(2), program).run();

        String account = out.toString();
        assertThat(asPlanned).as(account).isTrue();
        assertThat(account)
                .contains(program.version())
                .containsPattern("admin/hello +sha256:\\p{XDigit}{12} +1.1.0-201806121530418, 1.1.0-201806121602557\n")
                .containsPattern(
                        "delete +1.1.0-201806111004211 +sha256:\\p{XDigit}{12} +older than the newest 2 builds")
                .containsPattern("keep +1.0.0-201806041925053 .* old, but shares its digest with 1.0.0\n")
                .containsPattern("DELETED +team/web@sha256:\\p{XDigit}{12} +3.0.0-201807301405519 +\\(an index\\)")
                .contains("$ " + program.executable() + " garbage-collect ");
        assertThat(account.lines()).allMatch(line -> line.length() <= 100 || line.contains("garbage-collect"));
        Matcher freed = FREED.matcher(account);
        assertThat(freed.find()).as(account).isTrue();
        assertThat(number(freed.group(1)))
                .as("four programs of 60,000 bytes that do not compress")
                .isBetween(240_000L, number(freed.group(2)) - 1);
        assertThat(folder(account)).doesNotExist();
    }

    private static long number(String text) {
        return Long.parseLong(text.replace(",", ""));
    }

    private static Path folder(String account) {
        String storage = account.lines()
                .filter(line -> line.startsWith("   storage "))
                .findFirst()
                .orElseThrow();
        return Path.of(storage.strip().replaceFirst("storage +", "")).getParent();
    }
}
