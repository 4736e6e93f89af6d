package io.github.registryclient.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypesTest {
    @Test
    void all_manifest_types_are_there_with_the_index_types_first() {
        assertThat(MediaTypes.manifests())
                .startsWith(
                        "application/vnd.oci.image.index.v1+json",
                        "application/vnd.docker.distribution.manifest.list.v2+json")
                .containsExactlyInAnyOrder(
                        "application/vnd.oci.image.index.v1+json",
                        "application/vnd.docker.distribution.manifest.list.v2+json",
                        "application/vnd.oci.image.manifest.v1+json",
                        "application/vnd.docker.distribution.manifest.v2+json",
                        "application/vnd.oci.artifact.manifest.v1+json",
                        "application/vnd.docker.distribution.manifest.v1+prettyjws",
                        "application/vnd.docker.distribution.manifest.v1+json");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> MediaTypes.manifests().clear());
    }

    @Test
    void parameters_spaces_and_case_do_not_count() {
        assertThat(MediaTypes.essence(" Application/JSON ; charset=utf-8")).isEqualTo("application/json");
        assertThat(MediaTypes.essence("")).isEmpty();
        assertThat(MediaTypes.essence(";")).isEmpty();
        assertThat(MediaTypes.isIndex("APPLICATION/VND.OCI.IMAGE.INDEX.V1+JSON; a=b"))
                .isTrue();
        assertThat(MediaTypes.isManifest("application/vnd.oci.image.manifest.v1+json;a=\"b;c\""))
                .isTrue();
    }

    @Test
    void kinds_are_told_apart() {
        assertThat(MediaTypes.manifests()).filteredOn(MediaTypes::isIndex).hasSize(2);
        assertThat(MediaTypes.manifests())
                .filteredOn(MediaTypes::isSchema1)
                .containsExactlyInAnyOrder(
                        "application/vnd.docker.distribution.manifest.v1+prettyjws",
                        "application/vnd.docker.distribution.manifest.v1+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "application/json",
                "application/vnd.oci.image.config.v1+json",
                "application/vnd.oci.image.layer.v1.tar+gzip",
                "application/vnd.docker.image.rootfs.diff.tar.gzip",
                "application/vnd.buildkit.cacheconfig.v0",
                "application/vnd.oci.empty.v1+json",
                "application/vnd.oci.image.index.v1+jsonx",
                "xapplication/vnd.oci.image.index.v1+json"
            })
    void everything_else_is_a_blob(String type) {
        assertThat(MediaTypes.isManifest(type)).isFalse();
        assertThat(MediaTypes.isIndex(type)).isFalse();
        assertThat(MediaTypes.isSchema1(type)).isFalse();
    }

    @Test
    void null_is_refused() {
        assertThatNullPointerException().isThrownBy(() -> MediaTypes.essence(null));
        assertThatNullPointerException().isThrownBy(() -> MediaTypes.isManifest(null));
        assertThatNullPointerException().isThrownBy(() -> MediaTypes.isIndex(null));
        assertThatNullPointerException().isThrownBy(() -> MediaTypes.isSchema1(null));
    }
}
