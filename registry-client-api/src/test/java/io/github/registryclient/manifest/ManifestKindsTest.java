package io.github.registryclient.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.registryclient.manifest.Manifest.Kind;
import io.github.registryclient.name.Digest;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What each kind of manifest points to: children are requested as manifests, blobs never. */
class ManifestKindsTest {
    private static final Descriptor NOTHING = Descriptor.builder()
            .mediaType("a/b")
            .digest(Digest.of("md5:00"))
            .size(0)
            .build();

    @Test
    void an_oci_manifest_has_a_configuration_layers_and_a_subject() {
        Manifest manifest = Fixtures.OCI_MANIFEST.manifest();

        assertThat(manifest.kind()).isEqualTo(Kind.IMAGE);
        assertThat(manifest.mediaType()).isEqualTo("application/vnd.oci.image.manifest.v1+json");
        assertThat(manifest.children()).isEmpty();
        assertThat(manifest.entries()).isEmpty();
        assertThat(hex(manifest.blobs())).containsExactly("b5b2b2", "983487", "3c3a46", "ec4b89");
        assertThat(manifest.config().orElseThrow().size()).isEqualTo(7023);
        assertThat(manifest.config().orElseThrow().mediaType()).isEqualTo("application/vnd.oci.image.config.v1+json");
        assertThat(manifest.layers()).extracting(Descriptor::size).containsExactly(32654L, 16724L, 73109L);
        assertThat(manifest.subject().orElseThrow().digest())
                .hasToString("sha256:5b0bcabd1ed22e9fb1310cf6c2dec7cdef19f0ad69efa1f392e94a4333501270");
        assertThat(manifest.artifactType()).isEmpty();
        assertThat(manifest.annotations())
                .hasSize(2)
                .containsEntry("com.example.key1", "value1")
                .containsEntry("com.example.key2", "value2");
    }

    @Test
    void an_index_has_children_with_platforms_and_no_blobs() {
        Manifest index = Fixtures.OCI_INDEX.manifest();

        assertThat(index.kind()).isEqualTo(Kind.INDEX);
        assertThat(hex(index.children())).containsExactly("e69241", "5b0bca", "44136f");
        assertThat(index.entries()).isEqualTo(index.children());
        assertThat(index.blobs()).isEmpty();
        assertThat(index.layers()).isEmpty();
        assertThat(index.config()).isEmpty();
        assertThat(index.subject()).isEmpty();
        assertThat(platforms(index)).containsExactly("linux/ppc64le", "linux/arm/v7", "windows/amd64");
        Platform windows = index.children().get(2).platform().orElseThrow();
        assertThat(windows.osVersion()).contains("10.0.14393.1066");
        assertThat(windows.osFeatures()).containsExactly("win32k");
        assertThat(index.children().get(2).size()).isZero();
        assertThat(index.children().get(1).annotations()).containsEntry("com.example.child", "second");
        assertThat(index.annotations()).containsEntry("com.example.key1", "value1");
    }

    @Test
    void every_manifest_type_in_an_index_is_a_child_also_another_index() {
        Manifest index = Fixtures.NESTED_INDEX.manifest();

        assertThat(hex(index.children())).containsExactly("111111", "222222", "333333", "444444");
        assertThat(index.children()).extracting(Descriptor::platform).allMatch(platform -> platform.isEmpty());
        assertThat(index.blobs()).isEmpty();
    }

    @Test
    void a_docker_manifest_has_a_configuration_and_layers() {
        Manifest manifest = Fixtures.DOCKER_MANIFEST.manifest();

        assertThat(manifest.kind()).isEqualTo(Kind.IMAGE);
        assertThat(manifest.mediaType()).isEqualTo("application/vnd.docker.distribution.manifest.v2+json");
        assertThat(hex(manifest.blobs())).containsExactly("b5b2b2", "e69241", "3c3a46");
        assertThat(manifest.subject()).isEmpty();
        assertThat(manifest.annotations()).isEmpty();
    }

    @Test
    void a_docker_list_has_children() {
        Manifest list = Fixtures.DOCKER_LIST.manifest();

        assertThat(list.kind()).isEqualTo(Kind.INDEX);
        assertThat(list.mediaType()).isEqualTo("application/vnd.docker.distribution.manifest.list.v2+json");
        assertThat(hex(list.children())).containsExactly("e69241", "5b0bca");
        assertThat(platforms(list)).containsExactly("linux/ppc64le", "linux/amd64");
        assertThat(list.blobs()).isEmpty();
    }

    @Test
    void schema_1_has_layers_without_type_and_size() {
        Manifest legacy = Fixtures.SCHEMA1_SIGNED.manifest();

        assertThat(legacy.kind()).isEqualTo(Kind.SCHEMA1);
        assertThat(legacy.mediaType()).isEqualTo("application/vnd.docker.distribution.manifest.v1+prettyjws");
        assertThat(hex(legacy.blobs())).containsExactly("5f70bf", "cc8567");
        assertThat(legacy.layers())
                .allMatch(layer -> layer.size() == -1 && layer.mediaType().isEmpty());
        assertThat(legacy.layers()).noneMatch(Descriptor::isManifest);
        assertThat(legacy.config()).isEmpty();
        assertThat(legacy.children()).isEmpty();
        assertThat(legacy.subject()).isEmpty();
    }

    @Test
    void the_withdrawn_artifact_manifest_has_blobs_and_a_subject() {
        Manifest artifact = Fixtures.OCI_ARTIFACT.manifest();

        assertThat(artifact.kind()).isEqualTo(Kind.ARTIFACT);
        assertThat(artifact.artifactType()).contains("application/vnd.example.sbom.v1");
        assertThat(hex(artifact.blobs())).containsExactly("879237");
        assertThat(artifact.config()).isEmpty();
        assertThat(artifact.subject().orElseThrow().digest().encoded()).startsWith("cc06a2");
        assertThat(artifact.annotations()).containsOnlyKeys("org.opencontainers.artifact.created");
    }

    @Test
    void an_image_manifest_of_an_artifact_has_a_type_and_a_subject_of_any_algorithm() {
        Manifest signature = Fixtures.OCI_REFERRER.manifest();

        assertThat(signature.kind()).isEqualTo(Kind.IMAGE);
        assertThat(signature.artifactType()).contains("application/vnd.example.signature.v1+json");
        assertThat(signature.subject().orElseThrow().digest().algorithm()).isEqualTo("sha512");
        assertThat(signature.subject().orElseThrow().isManifest()).isTrue();
        assertThat(hex(signature.blobs())).containsExactly("44136f", "e258d2");
        assertThat(signature.layers().get(0).artifactType()).contains("application/vnd.example.part");
    }

    @Test
    void a_cache_index_lists_layers_which_are_blobs_and_never_children() {
        Manifest cache = Fixtures.BUILDKIT_CACHE.manifest();

        assertThat(cache.kind()).isEqualTo(Kind.INDEX);
        assertThat(cache.children()).isEmpty();
        assertThat(hex(cache.entries())).containsExactly("c9b1b5", "7d8f3f", "8f2ae2");
        assertThat(cache.blobs()).isEqualTo(cache.entries());
        assertThat(cache.entries().get(0).annotations()).containsKey("containerd.io/uncompressed");
    }

    @Test
    void attestation_manifests_are_children_of_platform_unknown() {
        Manifest index = Fixtures.ATTESTATION_INDEX.manifest();

        assertThat(hex(index.children())).containsExactly("23678f", "02cb9a");
        assertThat(platforms(index)).containsExactly("linux/amd64", "unknown/unknown");
        assertThat(index.children().get(1).annotations())
                .containsEntry("vnd.docker.reference.type", "attestation-manifest")
                .containsEntry(
                        "vnd.docker.reference.digest",
                        index.children().get(0).digest().toString());
    }

    @Test
    void foreign_layers_keep_their_urls_and_are_told_apart() {
        Manifest manifest = Fixtures.FOREIGN_LAYERS.manifest();

        assertThat(manifest.layers()).extracting(Descriptor::isForeign).containsExactly(true, true, false);
        assertThat(manifest.layers().get(0).urls())
                .containsExactly(
                        "https://go.microsoft.com/fwlink/?linkid=837858", "https://mirror.example.com/base.tgz");
        assertThat(manifest.layers().get(0).size()).isEqualTo(4_069_985_900L);
        assertThat(manifest.config().orElseThrow().isForeign()).isFalse();
        assertThat(manifest.blobs()).hasSize(4);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IMAGE_CONFIG")
    void what_was_read_cannot_be_changed(Fixtures fixture) {
        Manifest manifest = fixture.manifest();

        for (List<Descriptor> list :
                List.of(manifest.layers(), manifest.entries(), manifest.children(), manifest.blobs())) {
            assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> list.add(NOTHING));
        }
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> manifest.annotations().put("a", "b"));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "IMAGE_CONFIG")
    void is_shown_on_one_line_with_kind_digest_and_type(Fixtures fixture) {
        Manifest manifest = fixture.manifest();

        assertThat(manifest.toString())
                .contains(manifest.kind().name(), manifest.digest().toString(), fixture.mediaType())
                .doesNotContain("\n");
    }

    @Test
    void is_shown_with_what_it_holds_and_refers_to() {
        assertThat(Fixtures.OCI_INDEX.manifest().toString())
                .contains("3 entries")
                .doesNotContain("subject");
        assertThat(Fixtures.OCI_ARTIFACT.manifest().toString())
                .contains("1 layer,")
                .contains("subject "
                        + Fixtures.OCI_ARTIFACT
                                .manifest()
                                .subject()
                                .orElseThrow()
                                .digest());
    }

    private static List<String> hex(List<Descriptor> descriptors) {
        return descriptors.stream()
                .map(descriptor -> descriptor.digest().encoded().substring(0, 6))
                .collect(Collectors.toList());
    }

    private static List<String> platforms(Manifest index) {
        return index.children().stream()
                .map(child -> child.platform().orElseThrow().name())
                .collect(Collectors.toList());
    }
}
