package io.github.registryclient.testkit.registry.manner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.testkit.manner.Manners;
import io.github.registryclient.testkit.registry.Answer;
import io.github.registryclient.testkit.registry.switches.Switch;
import io.github.registryclient.testkit.registry.switches.Switches;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The known servers that no test runs beside: each answers as its source, its users' issues or its clients say. A row has requests
 * and what comes back, both parted by semicolons: a status, then names, the code of an error, and links.
 */
class KnownServersAnswerTest {
    private static final int TAGS = 1001;
    private static final int REPOSITORIES = 101;

    private final SampleImages images = SampleImages.seeded(61);
    private final SampleManifest image = images.image();
    private final SampleManifest locked = images.image();
    private final SampleManifest untagged = images.image();
    private final SampleManifest index = images.twoPlatformIndex();

    /**
     * Repositories {@code a}, {@code a-b}, {@code a/b} with five tags and {@code a/b/c}; {@code many} with 1001 tags;
     * {@code r001} to {@code r101}; and {@code t}, where things are deleted.
     */
    private PlayedRegistry fill(PlayedRegistry registry) {
        Listed.fill(registry);
        Listed.fillTags(registry, TAGS);
        IntStream.rangeClosed(1, REPOSITORIES)
                .forEach(i -> registry.push(String.format("r%03d", i), Listed.IMAGE, "x"));
        return registry.push("t", untagged)
                .push("t", image, "1")
                .push("t", locked, "immutable-1")
                .push("t", index, "index");
    }

    private PlayedRegistry server(String name) {
        return fill(PlayedRegistry.of(known(name)));
    }

    private static Manners known(String name) {
        return Manners.known().stream()
                .filter(known -> known.server().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void assertAnswers(String server, String requests, String answers) {
        PlayedRegistry registry = server(server);
        assertThat(Arrays.stream(requests.split("; "))
                        .map(line -> answer(registry, line))
                        .collect(Collectors.joining("; ")))
                .isEqualTo(answers);
    }

    /** A request line with up to one header. */
    private String answer(PlayedRegistry registry, String line) {
        String[] words = names(line).split(" ", 4);
        String[] header = words.length < 4 ? new String[0] : new String[] {words[2].replace(":", ""), words[3]};
        Answer answer = registry.send(words[0], words[1], new byte[0], header);
        if (words[0].equals("HEAD")) {
            return Integer.toString(answer.status()); // the body is not sent
        }
        StringBuilder text = new StringBuilder().append(answer.status());
        String content = words[1].endsWith("list") || words[1].contains("_catalog") || words[1].contains("list?")
                ? Listed.content(answer.body())
                : answer.refusal().substring(3).strip();
        if (!content.isEmpty()) {
            text.append(' ').append(content);
        }
        answer.headers("Link").forEach(link -> text.append(' ').append(link));
        return text.toString()
                .replace(Listed.IMAGE.digest().toString(), "{listed}")
                .replaceAll("next_page=[^>&]+", "next_page=TOKEN");
    }

    private String names(String line) {
        return line.replace("{image}", image.digest().toString())
                .replace("{locked}", locked.digest().toString())
                .replace("{untagged}", untagged.digest().toString())
                .replace("{index}", index.digest().toString())
                .replace("{child}", index.children().get(0).digest().toString())
                .replace("{nobody}", PlayedRegistry.NOBODYS)
                .replace("{all}", PlayedRegistry.ACCEPT_ALL)
                .replace("{docker}", "application/vnd.docker.distribution.manifest.v2+json")
                .replace("{anyone}", "Basic YW55OmJvZHk=");
    }

    /** v3.0.0 registry/handlers/tags.go:55-64 and catalog.go; what all of 3 share is held beside 3.1.2. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /v2/a/b/tags/list?last=1.95 | 200 [a, b]",
                "GET /v2/a/b/tags/list?last=1.9 | 200 [B, a, b]",
                "GET /v2/many/tags/list?n=1001 | 200 1001: t0001 to t1001",
                "GET /v2/many/tags/list?n=2 | 200 [t0001, t0002] </v2/many/tags/list?last=t0002&n=2>; rel=\"next\"",
                "GET /v2/a/b/tags/list?last=z | 200 []",
                "GET /v2/a/b/tags/list?n=-1 | 400 PAGINATION_NUMBER_INVALID",
                "GET /v2/_catalog?n=1001 | 400 PAGINATION_NUMBER_INVALID",
                "GET /v2/_catalog?n=x | 400 PAGINATION_NUMBER_INVALID",
                "GET /v2/t/manifests/1 Accept: {docker} | 404 MANIFEST_UNKNOWN",
                "DELETE /v2/t/manifests/1; HEAD /v2/t/manifests/1 | 202; 404",
                "DELETE /v2/t/manifests/nosuch | 404 MANIFEST_UNKNOWN",
                "GET /v2/t/referrers/{image} | 404",
            })
    void distribution_3_0_0(String requests, String answers) {
        assertAnswers("distribution 3.0.0", requests, answers);
    }

    /** v3.1.0 registry/handlers/tags.go: tags.maxtags refuses. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /v2/many/tags/list?n=1001 | 400 PAGINATION_NUMBER_INVALID",
                "GET /v2/a/b/tags/list?last=1.95 | 200 [B, a, b]",
                "GET /v2/a/b/tags/list?last=z | 200 null",
                "DELETE /v2/t/manifests/1; HEAD /v2/t/manifests/1 | 202; 404",
            })
    void distribution_3_1_0(String requests, String answers) {
        assertAnswers("distribution 3.1.0", requests, answers);
    }

    /** v3.1.1 registry/handlers/tags.go: tags.maxtags clamps (c6f552e), an empty page is null (until c36fab0). */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /v2/many/tags/list?n=1001 "
                        + "| 200 1000: t0001 to t1000 </v2/many/tags/list?last=t1000&n=1000>; rel=\"next\"",
                "GET /v2/a/b/tags/list?last=1.95 | 200 [B, a, b]",
                "GET /v2/a/b/tags/list?last=z | 200 null",
                "DELETE /v2/t/manifests/1; HEAD /v2/t/manifests/1 | 202; 404",
            })
    void distribution_3_1_1(String requests, String answers) {
        assertAnswers("distribution 3.1.1", requests, answers);
    }

    /** 8baf3e0, in 3.1.1: before, tags went although deletion was off. */
    @ParameterizedTest
    @CsvSource({"distribution 3.0.0,202", "distribution 3.1.0,202", "distribution 3.1.1,405"})
    void tags_that_go_with_deletion_off(String server, int status) {
        Switches switches = new Switches();
        switches.set(Switch.DELETION, false);
        PlayedRegistry registry = PlayedRegistry.of(known(server), switches).push("t", image, "1");

        assertThat(registry.deleteManifest("t", "1").status()).isEqualTo(status);
        assertThat(registry.deleteManifest("t", image.digest()).refusal()).isEqualTo("405 UNSUPPORTED");
    }

    /** go-containerregistry pkg/v1/remote/options.go:109-111; the user guide of ECR. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /v2/many/tags/list?n=1001 | 405 UNSUPPORTED",
                "GET /v2/many/tags/list?n=1000 "
                        + "| 200 1000: t0001 to t1000 </v2/many/tags/list?n=1000&last=t1000>; rel=\"next\"",
                "GET /v2/_catalog?n=1001 | 405 UNSUPPORTED",
                "DELETE /v2/t/manifests/1; HEAD /v2/t/manifests/{image} | 202; 404",
                "DELETE /v2/t/manifests/{child} | 400 UNSUPPORTED",
                "DELETE /v2/t/manifests/{index}; DELETE /v2/t/manifests/{child} | 202; 202",
            })
    void ecr(String requests, String answers) {
        assertAnswers("Amazon ECR", requests, answers);
    }

    @Test
    void ecr_names_its_reasons() {
        PlayedRegistry registry = server("Amazon ECR");

        assertThat(registry.get("/v2/many/tags/list?n=1001").body()).contains("maxResults");
        assertThat(registry.deleteManifest("t", index.children().get(0).digest())
                        .body())
                .contains("referenced by manifest list");
    }

    /** c50c7dd src/server/registry/catalog.go and manifest.go, src/controller/artifact/controller.go. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /v2/_catalog | 200 107: a to t",
                "GET /v2/_catalog?n=2 | 200 [a, a-b] </v2/_catalog?last=a-b&n=2>; rel=\"next\"",
                "GET /v2/_catalog?n=2&last=gone | 400 BAD_REQUEST",
                "GET /v2/_catalog?n=x | 400 BAD_REQUEST",
                "GET /v2/t/manifests/1 Accept: {docker} | 404 MANIFEST_UNKNOWN",
                "DELETE /v2/t/manifests/1; HEAD /v2/t/manifests/1 Accept: {all} | 400 UNSUPPORTED; 200",
                "DELETE /v2/t/manifests/{locked} | 412 PRECONDITION",
                "DELETE /v2/t/manifests/{child} | 412 VIOLATE_FOREIGN_KEY_CONSTRAINT",
                "DELETE /v2/t/manifests/{index}; HEAD /v2/t/manifests/{child} Accept: {all} | 202; 404",
            })
    void harbor(String requests, String answers) {
        assertAnswers("Harbor", requests, answers);
    }

    /** ffba0c7 endpoints/v2/__init__.py:105-124, catalog.py, manifest.py, errors.py, referrers.py. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /v2/_catalog | 200 []",
                "GET /v2/_catalog Authorization: {anyone} "
                        + "| 200 100: a to r095 <http://registry.test:5000/v2/_catalog?n=100&next_page=TOKEN>; rel=\"next\"",
                "GET /v2/_catalog?n=1000 Authorization: {anyone} "
                        + "| 200 100: a to r095 <http://registry.test:5000/v2/_catalog?n=100&next_page=TOKEN>; rel=\"next\"",
                "GET /v2/_catalog?n=0 Authorization: {anyone} "
                        + "| 200 [a] <http://registry.test:5000/v2/_catalog?n=1&next_page=TOKEN>; rel=\"next\"",
                "GET /v2/_catalog?n=2&last=t Authorization: {anyone} "
                        + "| 200 [a, a-b] <http://registry.test:5000/v2/_catalog?n=2&next_page=TOKEN>; rel=\"next\"",
                "GET /v2/many/tags/list?n=1000 "
                        + "| 200 100: t0001 to t0100 <http://registry.test:5000/v2/many/tags/list?n=100&last=t0100>; rel=\"next\"",
                "GET /v2/nosuch/tags/list | 401 UNAUTHORIZED",
                "HEAD /v2/t/manifests/{untagged}; DELETE /v2/t/manifests/{untagged} | 200; 404 MANIFEST_UNKNOWN",
                "DELETE /v2/t/manifests/1 | 202",
                "DELETE /v2/t/manifests/{locked} | 409 TAG_IMMUTABLE",
                "GET /v2/t/referrers/{nobody} | 400 MANIFEST_INVALID",
            })
    void quay(String requests, String answers) {
        assertAnswers("Quay", requests, answers);
    }

    @Test
    void quay_sends_no_entity_tag() {
        assertThat(server("Quay").manifest("t", "1").header("ETag")).isEqualTo("none");
    }

    /** gitea routers/api/packages/container/container.go: one page more than there are. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /v2/a/b/tags/list?n=9 | 200 [1.10, 1.9, B, a, b] </v2/a/b/tags/list?last=b&n=9>; rel=\"next\"",
                "GET /v2/a/b/tags/list?n=9&last=b | 200 []",
                "DELETE /v2/t/manifests/1 | 202",
                "DELETE /v2/t/manifests/{image} | 202",
            })
    void gitea(String requests, String answers) {
        assertAnswers("Gitea", requests, answers);
    }

    /** pulp_container/app/registry_api.py:578-598; over TLS the links are http, and the other way round here. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /v2/many/tags/list | 200 100: t0001 to t0100"
                        + " <https://registry.test:5000/v2/many/tags/list?n=100&last=t0100>; rel=\"next\"",
                "GET /v2/many/tags/list?n=1001 | 200 1000: t0001 to t1000"
                        + " <https://registry.test:5000/v2/many/tags/list?n=1000&last=t1000>; rel=\"next\"",
                "GET /v2/a/b/tags/list?n=5 | 200 [1.10, 1.9, B, a, b]"
                        + " <https://registry.test:5000/v2/a/b/tags/list?n=5&last=b>; rel=\"next\"",
                "GET /v2/a/b/tags/list?n=x | 200 [1.10, 1.9, B, a, b]",
                "GET /v2/_catalog | 200 100: a to r095"
                        + " <https://registry.test:5000/v2/_catalog?n=100&last=r095>; rel=\"next\"",
                "GET /v2/_catalog?n=x | 200 100: a to r095"
                        + " <https://registry.test:5000/v2/_catalog?n=100&last=r095>; rel=\"next\"",
                "DELETE /v2/t/manifests/1 | 400 INVALID_REQUEST",
                "DELETE /v2/t/manifests/{image}; HEAD /v2/t/manifests/{image}; HEAD /v2/t/manifests/1;"
                        + " HEAD /v2/t/manifests/1; HEAD /v2/t/manifests/{image} | 202; 200; 200; 200; 404",
            })
    void pulp(String requests, String answers) {
        assertAnswers("Pulp", requests, answers);
    }

    /** nexus-public#117 and #925, skopeo#2409, and users' reports of HEAD. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /v2/t/tags/list | 200 [1, null, immutable-1, index, null]",
                "GET /v2/many/tags/list?n=2 | 200 [t0001, null, t0002, null]",
                "HEAD /v2/t/manifests/1; GET /v2/t/manifests/1 | 404; 200",
                "DELETE /v2/t/manifests/{image}; GET /v2/t/tags/list "
                        + "| 202; 200 [1, null, immutable-1, index, null]",
                "DELETE /v2/t/manifests/{image}; GET /v2/t/manifests/1 | 202; 404 MANIFEST_UNKNOWN",
            })
    void nexus(String requests, String answers) {
        assertAnswers("Nexus", requests, answers);
    }

    /** RTFACT-18971, skopeo#2346 and #463. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /v2/a/b/tags/list?n=1 | 200 [1.10] </v2/b/tags/list?n=1&last=1.10>; rel=\"next\"",
                "GET /v2/a-b/tags/list | 200 [{listed}, x]",
                "DELETE /v2/t/manifests/{image} Accept: {docker}; HEAD /v2/t/manifests/{image} | 406; 200",
                "DELETE /v2/t/manifests/{image} Accept: */*; HEAD /v2/t/manifests/{image} | 202; 404",
            })
    void artifactory(String requests, String answers) {
        assertAnswers("Artifactory", requests, answers);
    }

    /** oras-go#621, artifacthub#4785, and users' reports of 405. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /v2/_catalog | 404 404 page not found",
                "DELETE /v2/t/manifests/{image}; HEAD /v2/t/manifests/{image} | 405 UNSUPPORTED; 200",
                "DELETE /v2/t/manifests/1; HEAD /v2/t/manifests/1 | 405 UNSUPPORTED; 200",
                "GET /v2/t/referrers/{image} | 303",
            })
    void ghcr(String requests, String answers) {
        assertAnswers("GHCR", requests, answers);
    }

    @Test
    void ghcr_leads_from_referrers_to_another_host() {
        assertThat(server("GHCR").get("/v2/t/referrers/" + image.digest()).header("Location"))
                .startsWith("https://")
                .doesNotContain("registry.test");
    }

    /** go-containerregistry pkg/v1/google/list.go, genuinetools/reg#136, gcr-cleaner#118. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /v2/many/tags/list?n=5&last=t0007 | 200 1001: t0001 to t1001",
                "DELETE /v2/t/manifests/{image} | 400 GOOGLE_MANIFEST_DANGLING_TAG",
                "DELETE /v2/t/manifests/1; DELETE /v2/t/manifests/{image}; HEAD /v2/t/manifests/{image} | 202; 202; 404",
                "DELETE /v2/t/manifests/{child} | 400 GOOGLE_MANIFEST_DANGLING_PARENT_IMAGE",
            })
    void gcr(String requests, String answers) {
        assertAnswers("GCR", requests, answers);
    }

    @Test
    void gcr_lists_the_repositories_below_and_every_manifest() {
        PlayedRegistry registry = server("GCR");

        assertThat(registry.get("/v2/a/tags/list").body()).contains("\"child\":[\"b\"]");
        assertThat(registry.get("/v2/t/tags/list").body())
                .contains(
                        "\"manifest\":{",
                        "\"" + untagged.digest() + "\":{",
                        "\"tag\":[\"immutable-1\"]",
                        "\"mediaType\":",
                        "\"imageSizeBytes\":");
    }
}
