package io.github.registryclient.tests.manners;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.DeleteResult;
import io.github.registryclient.error.ManifestVanishedException;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.manifest.Descriptor;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.RegistrySnapshot;
import io.github.registryclient.testkit.RepositorySnapshot;
import io.github.registryclient.testkit.manner.BlobManner;
import io.github.registryclient.testkit.manner.DeletionManner;
import io.github.registryclient.testkit.manner.ManifestManner;
import io.github.registryclient.testkit.manner.Manner;
import io.github.registryclient.testkit.manner.ReferrersManner;
import io.github.registryclient.testkit.manner.UploadManner;
import io.github.registryclient.testkit.sample.SampleBlob;
import io.github.registryclient.testkit.sample.SampleManifest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a server's manners are, our client never deletes more than it was told to, never calls deleted what is not, and fails
 * only with exceptions of its own.
 */
@Execution(ExecutionMode.CONCURRENT)
class ClientContentOnEveryMannerTest {
    /** On these the manifest is shown on after it was said to be deleted: later, or by its tags. */
    private static final Set<Manner> SHOW_IT_ON =
            Set.of(DeletionManner.LATER, DeletionManner.TAGS_OUTLIVE_THEIR_DIGEST);

    /** These say other digests than those that they know manifests by. */
    private static final Set<Manner> LIES = Set.of(ManifestManner.WRONG_DIGEST, ManifestManner.SHA512_DIGEST);

    /** The API is there, in some form that the client understands. */
    private static final Set<Manner> HAVE_REFERRERS = Set.of(
            ReferrersManner.CONTENT_TYPE_IS_JSON,
            ReferrersManner.UNFILTERED,
            ReferrersManner.FILTER_IN_AN_ANNOTATION,
            ReferrersManner.MISSING_SUBJECT_IS_INVALID,
            ReferrersManner.MISSING_REPOSITORY_IS_NAME_UNKNOWN,
            ReferrersManner.SUBJECT_IS_NOT_HANDLED);

    @TempDir
    private static Path template;

    @TempDir
    private Path folder;

    @BeforeAll
    static void fill() {
        PlayedServer.fill(template);
    }

    static Stream<Manner> manners() {
        return Stream.<Manner[]>of(
                        ManifestManner.values(),
                        DeletionManner.values(),
                        ReferrersManner.values(),
                        UploadManner.values(),
                        BlobManner.values())
                .flatMap(Stream::of);
    }

    /** What the client says, or nothing where it refuses with an exception of its own; any other fails the test. */
    private static <T> Optional<T> said(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (RegistryException refused) {
            assertThat(refused).hasMessageNotContaining("null");
            return Optional.empty();
        }
    }

    @ParameterizedTest
    @MethodSource("manners")
    void a_manifest_is_read_as_it_was_pushed_or_not_at_all(Manner manner) throws IOException {
        try (PlayedServer server = new PlayedServer(manner, template, folder)) {
            server.content.repository.tagged().forEach((tag, pushed) -> {
                Optional<Manifest> read = said(() -> server.client.getManifest(PlayedServer.NAME, tag));
                read.ifPresent(manifest -> assertThat(manifest.bytes()).isEqualTo(pushed.bytes()));
                Optional<Digest> digest = said(() -> server.client.getManifestDigest(PlayedServer.NAME, tag));
                if (!LIES.contains(manner)) {
                    digest.ifPresent(resolved -> assertThat(resolved).isEqualTo(pushed.digest()));
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("manners")
    void only_what_was_meant_is_deleted_by_a_resolved_digest(Manner manner) throws IOException {
        try (PlayedServer server = new PlayedServer(manner, template, folder)) {
            RepositorySnapshot before = server.repository();
            Digest digest = said(() -> server.client.getManifestDigest(PlayedServer.NAME, Tag.of("1")))
                    .orElse(server.content.shared.digest());

            Optional<DeleteResult> result = said(() -> server.client.deleteManifest(PlayedServer.NAME, digest));

            assertThat(PlayedServer.lost(before, server.repository()))
                    .isSubsetOf(server.content.shared.digest(), Tag.of("1"), Tag.of("latest"));
            assertDeletedIsGone(server, manner, digest, result);
        }
    }

    @ParameterizedTest
    @MethodSource("manners")
    void a_manifest_without_tags_and_a_child_go_alone_or_stay(Manner manner) throws IOException {
        try (PlayedServer server = new PlayedServer(manner, template, folder)) {
            for (SampleManifest doomed : List.of(
                    server.content.untagged, server.content.index.children().get(0))) {
                RepositorySnapshot before = server.repository();

                Optional<DeleteResult> result =
                        said(() -> server.client.deleteManifest(PlayedServer.NAME, doomed.digest()));

                assertThat(PlayedServer.lost(before, server.repository())).isSubsetOf(Set.of(doomed.digest()));
                assertDeletedIsGone(server, manner, doomed.digest(), result);
            }
        }
    }

    private static void assertDeletedIsGone(
            PlayedServer server, Manner manner, Digest digest, Optional<DeleteResult> result) {
        DeleteResult.Outcome outcome = result.map(DeleteResult::outcome).orElse(null);
        boolean gone = !server.shows(digest);
        if (outcome == DeleteResult.Outcome.DELETED && !SHOW_IT_ON.contains(manner)) {
            assertThat(gone).as("it was said to be deleted").isTrue();
            assertThat(server.repository().manifests()).doesNotContainKey(digest);
        }
        if (outcome == DeleteResult.Outcome.ALREADY_GONE) {
            assertThat(gone).as("it was said to be gone").isTrue();
        }
        if (outcome == null) {
            assertThat(gone).as("its deletion was refused").isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("manners")
    void the_digest_of_a_configuration_or_layer_and_nobodys_delete_nothing(Manner manner) throws IOException {
        try (PlayedServer server = new PlayedServer(manner, template, folder)) {
            RegistrySnapshot before = server.snapshot();

            for (SampleBlob blob : server.content.shared.blobs()) {
                Optional<DeleteResult> result =
                        said(() -> server.client.deleteManifest(PlayedServer.NAME, blob.digest()));
                assertThat(result.map(DeleteResult::outcome)).isNotEqualTo(Optional.of(DeleteResult.Outcome.DELETED));
            }
            Optional<DeleteResult> nobodys =
                    said(() -> server.client.deleteManifest(PlayedServer.NAME, Digest.of(ContentScenarios.NOBODYS)));

            assertThat(nobodys.map(DeleteResult::outcome)).isNotEqualTo(Optional.of(DeleteResult.Outcome.DELETED));
            assertThat(server.snapshot()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("manners")
    void a_tag_goes_alone_or_stays(Manner manner) throws IOException {
        try (PlayedServer server = new PlayedServer(manner, template, folder)) {
            for (String tag : List.of("1", "immutable-1")) {
                RepositorySnapshot before = server.repository();

                boolean deleted = deletesTag(server, Tag.of(tag));

                Set<Object> lost = PlayedServer.lost(before, server.repository());
                if (manner == DeletionManner.LAST_TAG_TAKES_THE_MANIFEST) {
                    lost.remove(
                            server.content.repository.manifest("immutable-1").digest());
                }
                assertThat(lost).isEqualTo(deleted ? Set.of(Tag.of(tag)) : Set.of());
            }
        }
    }

    /** Also where the client has to report that the manifest went with the tag, or seems to on a server that lies. */
    private static boolean deletesTag(PlayedServer server, Tag tag) {
        try {
            return server.client.deleteTag(PlayedServer.NAME, tag).outcome() == DeleteResult.Outcome.DELETED;
        } catch (ManifestVanishedException withoutManifest) {
            return true;
        } catch (RegistryException refused) {
            return false;
        }
    }

    @ParameterizedTest
    @MethodSource("manners")
    void no_referrer_is_made_up_and_a_filter_holds(Manner manner) throws IOException {
        try (PlayedServer server = new PlayedServer(manner, template, folder)) {
            Digest subject = server.content.single.digest();
            boolean api = HAVE_REFERRERS.contains(manner) || !(manner instanceof ReferrersManner);

            Optional<Set<Digest>> all = said(() -> digests(
                    server.client.listReferrers(PlayedServer.NAME, subject).toList()));
            Optional<Set<Digest>> boms = said(() -> digests(server.client
                    .listReferrers(PlayedServer.NAME, subject, "application/spdx+json")
                    .toList()));

            all.ifPresent(found -> assertThat(found)
                    .isEqualTo(api ? Set.of(server.content.bom.digest(), server.content.scan.digest()) : Set.of()));
            boms.ifPresent(found -> assertThat(found).isEqualTo(api ? Set.of(server.content.bom.digest()) : Set.of()));
        }
    }

    private static Set<Digest> digests(List<Descriptor> descriptors) {
        return descriptors.stream().map(Descriptor::digest).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("manners")
    void what_is_said_to_be_pushed_or_mounted_is_there(Manner manner) throws IOException {
        try (PlayedServer server = new PlayedServer(manner, template, folder)) {
            SampleManifest fresh = server.content.images.image();
            for (SampleBlob blob : fresh.blobs()) {
                said(() -> server.client.uploadBlob(PlayedServer.NAME, blob.bytes()))
                        .ifPresent(digest ->
                                assertThat(server.repository().blobs()).containsKey(digest));
            }
            said(() -> server.client.putManifest(
                            PlayedServer.NAME, Tag.of("new"), Manifest.parse(fresh.mediaType(), fresh.bytes())))
                    .ifPresent(digest -> assertThat(server.repository().tags()).containsEntry(Tag.of("new"), digest));
            Digest layer = server.content.shared.layers().get(0).digest();
            RepositoryName other = RepositoryName.of("team/other");
            said(() -> server.client.mountBlob(other, layer, PlayedServer.NAME))
                    .filter(mounted -> mounted)
                    .ifPresent(mounted -> assertThat(
                                    server.snapshot().repository("team/other").blobs())
                            .containsKey(layer));
        }
    }
}
