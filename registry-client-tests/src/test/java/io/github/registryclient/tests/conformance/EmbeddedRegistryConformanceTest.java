package io.github.registryclient.tests.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.EmbeddedRegistryBuilder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded registry, judged by a suite that others wrote. */
class EmbeddedRegistryConformanceTest {
    /** What the draft of the specification adds, and every kind of data but sparse manifests. */
    private static final Map<String, String> EVERYTHING = Map.of(
            "OCI_VERSION", "dev",
            "OCI_API_BLOBS_UPLOAD_CANCEL", "true",
            "OCI_API_BLOBS_DIGEST_HEADER", "true",
            "OCI_API_BLOBS_MOUNT_ANONYMOUS", "true",
            "OCI_API_MANIFESTS_DIGEST_HEADER", "true",
            "OCI_API_MANIFESTS_TAG_PARAM", "true");

    @TempDir
    Path folder;

    @Test
    void nothing_fails_at_the_defaults_of_the_tool() throws Exception {
        ConformanceReport report = run("defaults", EmbeddedRegistry.builder(), Map.of());

        assertThat(report.skippedNames())
                .as("the draft's cancelling is off")
                .containsExactlyInAnyOrder(
                        "sha256 blobs/post cancel/blob-post-cancel", "sha512 blobs/post cancel/blob-post-cancel");
    }

    @Test
    void nothing_fails_and_nothing_is_skipped_with_the_draft_and_every_option() throws Exception {
        ConformanceReport report = run("everything", EmbeddedRegistry.builder().folder(folder), EVERYTHING);

        assertThat(report.skipped()).isZero();
    }

    @Test
    void nothing_fails_and_nothing_is_skipped_with_sparse_manifests_too() throws Exception {
        Map<String, String> sparse = new HashMap<>(EVERYTHING);
        sparse.put("OCI_DATA_SPARSE", "true");

        ConformanceReport report = run("sparse", EmbeddedRegistry.builder().acceptMissingContent(), sparse);

        assertThat(report.skipped()).isZero();
    }

    @Test
    void the_tool_can_fail() throws Exception {
        ConformanceTool tool = ConformanceTool.assumePresent();
        try (EmbeddedRegistry registry = EmbeddedRegistry.start()) {
            ConformanceReport report = tool.run("strict", registry.uri(), Map.of("OCI_DATA_SPARSE", "true"));

            assertThat(report.failures()).isPositive();
            assertThat(report.failedNames()).anyMatch(name -> name.startsWith("sparse/push/"));
        }
    }

    private static ConformanceReport run(String name, EmbeddedRegistryBuilder builder, Map<String, String> switches)
            throws Exception {
        ConformanceTool tool = ConformanceTool.assumePresent();
        try (EmbeddedRegistry registry = builder.start()) {
            ConformanceReport report = tool.run(name, registry.uri(), switches);
            System.out.println("conformance, " + name + ": " + report);
            assertThat(report.failedNames()).isEmpty();
            assertThat(report.failures()).isZero();
            assertThat(report.exitCode()).isZero();
            assertThat(report.tests()).as("a report of everything").isGreaterThan(850);
            return report;
        }
    }
}
