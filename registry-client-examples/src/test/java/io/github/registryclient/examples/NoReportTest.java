package io.github.registryclient.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoReportTest {
    @TempDir
    private Path folder;

    @Test
    void whatever_the_cause_is_it_is_read_again_as_json_and_replaces_the_report_before() throws Exception {
        Path file = Files.writeString(folder.resolve("report.json"), "the one before");
        String cause = "\"quoted\", C:\\here\n\ttab, \u00fc \ud83d\ude00 \ud83d alone";

        NoReport.write(file, ExitCode.REFUSED, new IllegalStateException(cause));

        JsonNode read = new ObjectMapper().readTree(file.toFile());
        assertThat(read.get("status").asText()).isEqualTo("REFUSED");
        assertThat(read.get("stopped").asText()).isEqualTo(cause);
        assertThat(read.get("reportVersion").asInt()).isEqualTo(1);
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> left = files.collect(Collectors.toList());
            assertThat(left).containsExactly(file);
        }
    }
}
