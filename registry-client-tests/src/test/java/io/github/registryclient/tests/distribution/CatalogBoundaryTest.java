package io.github.registryclient.tests.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.error.IncompleteListingException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.contract.RealRegistries;
import io.github.registryclient.testkit.process.RegistryProcess;
import io.github.registryclient.testkit.process.RegistryProgram;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleLayouts;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Distribution 2.8 lists {@code p088/1} before {@code p088}, and loses the parent where a page ends between them. */
class CatalogBoundaryTest {
    private static RegistryProcess process;
    private static List<RepositoryName> pushed;

    @BeforeAll
    static void start() {
        process = RegistryProcess.start(RealRegistries.assumePresent(RegistryProgram.DISTRIBUTION_2));
        List<SampleRepository> family = SampleLayouts.parentsBesideChildren(SampleImages.seeded(88), "x", 89);
        RegistryFiller.of(process.uri()).pushAll(family);
        pushed = family.stream().map(SampleRepository::name).collect(Collectors.toList());
    }

    @AfterAll
    static void stop() {
        if (process != null) {
            process.close();
        }
    }

    /** 178 names: the last page is full, has one name more behind it, or ends with a parent. */
    @ParameterizedTest
    @CsvSource({"177, x/p088/1", "101, x/p050/1", "59, x/p029/1", "89, x/p044/1", "178, x/p088", "100, x/p049"})
    void a_catalog_whose_page_ends_between_a_child_and_its_parent_is_whole_or_refused(int size, String last)
            throws Exception {
        assertThat(page(size)).as("the registry's own page").endsWith("\"" + last + "\"]}");

        try (RegistryClient client = HttpRegistryClient.connect(process.uri().toString())) {
            List<RepositoryName> listed =
                    client.listRepositories().withPageSize(size).toList();
            assertThat(listed).containsExactlyInAnyOrderElementsOf(pushed);
        } catch (IncompleteListingException refused) {
            assertThat(refused).hasMessageContaining("_catalog");
        }
    }

    @Test
    void without_a_page_size_it_is_whole() {
        try (RegistryClient client = HttpRegistryClient.connect(process.uri().toString())) {
            assertThat(client.listRepositories().toList()).containsExactlyInAnyOrderElementsOf(pushed);
        }
    }

    private static String page(int size) throws IOException, InterruptedException {
        URI uri = process.uri().resolve("/v2/_catalog?n=" + size);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .body()
                .strip();
    }
}
