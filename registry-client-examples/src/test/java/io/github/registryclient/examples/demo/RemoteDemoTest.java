package io.github.registryclient.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.examples.CommandRun;
import io.github.registryclient.examples.ExitCode;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.contract.RealRegistries;
import io.github.registryclient.testkit.process.RegistryOptions;
import io.github.registryclient.testkit.process.RegistryProcess;
import io.github.registryclient.testkit.process.RegistryProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is there is read from the registry's disk, not through the client. */
class RemoteDemoTest {
    private RegistryProcess process;

    @BeforeEach
    void start() {
        process = RegistryProcess.start(RealRegistries.assumePresent(RegistryProgram.DISTRIBUTION_2));
        try (RegistryClient registry = client()) {
            new CiHistory(registry).push();
        }
    }

    @AfterEach
    void stop() {
        if (process != null) {
            process.close();
        }
    }

    @Test
    void reading_names_what_would_go_and_deletes_nothing() throws IOException {
        Set<String> before = tags();
        Set<String> manifests = manifests("team/web");

        CommandRun run = demo();

        assertThat(run.exitCode).as(run.toString()).isZero();
        assertThat(run.out).contains("Nothing was deleted. 5 manifests with 5 tags would go.");
        assertThat(tags()).isEqualTo(before).hasSize(23);
        assertThat(manifests("team/web")).isEqualTo(manifests);
    }

    @Test
    void deleting_takes_old_builds_and_what_only_they_need() throws IOException {
        Set<String> before = tags();
        assertThat(manifests("team/web"))
                .as("two indexes, three of their images, another image")
                .hasSize(6);

        CommandRun run = demo("--delete", "--yes");

        assertThat(run.exitCode).as(run.toString()).isZero();
        Set<String> gone = Set.of(
                "admin/db:10.4.0-201805151212127",
                "admin/hello:1.1.0-201806111004211",
                "admin/hello:1.1.0-201806121530418",
                "admin/hello:1.1.0-201806121602557",
                "team/web:3.0.0-201807301405519");
        assertThat(before).containsAll(gone);
        before.removeAll(gone);
        assertThat(tags()).isEqualTo(before);
        assertThat(manifests("team/web"))
                .as("without an index and one of its images")
                .hasSize(4);
        CommandRun again = demo("--delete", "--yes");
        assertThat(again.exitCode).as(again.toString()).isZero();
        assertThat(again.out).contains("Nothing goes, so nothing was deleted.");
    }

    @Test
    void without_a_terminal_to_ask_on_nothing_is_deleted_unless_yes_is_said_before() throws IOException {
        Set<String> before = tags();
        Set<String> manifests = manifests("team/web");

        CommandRun run = demo("--delete");

        assertThat(run.exitCode).as(run.toString()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err)
                .contains("no terminal", "--yes", "Nothing was deleted")
                .hasLineCount(1);
        assertThat(tags()).isEqualTo(before);
        assertThat(manifests("team/web")).isEqualTo(manifests);
    }

    @Test
    void only_the_repository_named_is_touched() throws IOException {
        Set<String> before = tags();

        CommandRun run = demo("--delete", "--yes", "--repository", "admin/db", "--keep", "1");

        assertThat(run.exitCode).as(run.toString()).isZero();
        before.removeAll(Set.of("admin/db:10.4.0-201805151212127", "admin/db:10.5.0-201808140911309"));
        assertThat(tags()).isEqualTo(before);
    }

    @Test
    void a_signed_image_stays() throws IOException {
        String digest = digest("admin/db", "10.4.0-201805151212127");
        try (RegistryClient registry = client()) {
            registry.putManifest(
                    RepositoryName.of("admin/db"),
                    Tag.of(digest.replace(':', '-') + ".sig"),
                    registry.getManifest("admin/db", "latest"));
        }
        Set<String> before = tags();

        CommandRun run = demo("--delete", "--yes", "--repository", "admin/db");

        assertThat(run.exitCode).as(run.toString()).isZero();
        assertThat(run.out).contains("signatures or other artifacts refer to it");
        assertThat(tags()).isEqualTo(before);
    }

    @Test
    void where_a_tag_points_to_nothing_nothing_is_deleted() throws IOException {
        String digest = digest("admin/hello", "2.0.0-201809251650031");
        Path revision = manifestsFolder("admin/hello").resolve("revisions/sha256/" + digest.substring(7) + "/link");
        Files.delete(revision);
        Set<String> before = tags();

        CommandRun run = demo("--delete", "--yes", "--repository", "admin/hello");

        assertThat(run.exitCode).as(run.toString()).isZero();
        assertThat(run.out).contains("2.0.0-201809251650031  is listed, but its manifest is gone", "Nothing goes");
        assertThat(tags()).isEqualTo(before);
    }

    @Test
    void a_registry_that_does_not_delete_is_known_before_anything_is_tried() throws IOException {
        process.restart(RegistryOptions.defaults().withDeletion(false));
        Set<String> before = tags();

        CommandRun run = demo("--delete", "--yes");

        assertThat(run.exitCode).as(run.toString()).isEqualTo(ExitCode.REGISTRY);
        assertThat(run.out).contains("storage.delete.enabled: true", "restart").doesNotContain("DELETED");
        assertThat(tags()).isEqualTo(before);
    }

    private RegistryClient client() {
        return HttpRegistryClient.connect(process.uri().toString());
    }

    private CommandRun demo(String... more) {
        return CommandRun.of(
                Stream.concat(Stream.of("demo", "--registry", process.uri().toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    private Path manifestsFolder(String repository) {
        return process.storage().resolve("docker/registry/v2/repositories/" + repository + "/_manifests");
    }

    private Set<String> tags() throws IOException {
        Set<String> tags = new TreeSet<>();
        for (String repository : Set.of("admin/db", "admin/hello", "team/web")) {
            try (Stream<Path> folders = Files.list(manifestsFolder(repository).resolve("tags"))) {
                folders.forEach(tag -> tags.add(repository + ":" + tag.getFileName()));
            }
        }
        return tags;
    }

    private Set<String> manifests(String repository) throws IOException {
        try (Stream<Path> links = Files.walk(manifestsFolder(repository).resolve("revisions"))) {
            return links.filter(Files::isRegularFile).map(Path::toString).collect(Collectors.toSet());
        }
    }

    private String digest(String repository, String tag) throws IOException {
        return Files.readString(manifestsFolder(repository).resolve("tags/" + tag + "/current/link"));
    }
}
