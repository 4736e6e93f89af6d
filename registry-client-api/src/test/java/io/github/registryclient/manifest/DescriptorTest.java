package io.github.registryclient.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.registryclient.name.Digest;
import nl.jqno.equalsverifier.EqualsVerifier;
import nl.jqno.equalsverifier.Warning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescriptorTest {
    private static final Digest RED = Digest.of("md5:00");
    private static final Digest BLUE = Digest.of("md5:01");

    @ParameterizedTest
    @CsvSource({
        "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip, true",
        "application/vnd.oci.image.layer.nondistributable.v1.tar, true",
        "application/vnd.oci.image.layer.nondistributable.v1.tar+zstd, true",
        "application/vnd.oci.image.layer.v1.tar+gzip, false",
        "application/vnd.docker.image.rootfs.diff.tar.gzip, false"
    })
    void layers_that_need_not_be_in_the_registry_are_told_by_their_type(String type, boolean foreign) {
        Descriptor descriptor =
                Descriptor.builder().mediaType(type).digest(RED).size(1).build();

        assertThat(descriptor.isForeign()).isEqualTo(foreign);
        assertThat(descriptor.isManifest()).isFalse();
    }

    @Test
    void type_digest_and_size_are_required_and_null_is_refused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Descriptor.builder().build())
                .withMessageContaining("mediaType")
                .withMessageContaining("digest")
                .withMessageContaining("size");
        assertThatNullPointerException().isThrownBy(() -> Descriptor.builder().mediaType(null));
        assertThatNullPointerException().isThrownBy(() -> Descriptor.builder().digest(null));
        assertThatNullPointerException().isThrownBy(() -> Descriptor.builder().putAnnotations("a", null));
    }

    @Test
    void annotations_keep_their_order_and_cannot_be_changed() {
        Descriptor.Builder builder = Descriptor.builder();
        String[] names = {"zeta", "alpha", "mu", "beta", "omega", "kappa", "eta", "xi", "phi", "chi"};
        for (String name : names) {
            builder.putAnnotations(name, "");
        }
        Descriptor descriptor = builder.mediaType("a/b").digest(RED).size(1).build();

        assertThat(descriptor.annotations().keySet()).containsExactly(names);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> descriptor.annotations().clear());
    }

    @Test
    void values_are_equal_by_all_their_parts() {
        EqualsVerifier.forClass(ImmutableDescriptor.class)
                .suppress(Warning.NULL_FIELDS)
                .withPrefabValues(Digest.class, RED, BLUE)
                .verify();
        EqualsVerifier.forClass(ImmutablePlatform.class)
                .suppress(Warning.NULL_FIELDS)
                .verify();
    }

    @Test
    void a_platform_is_named_as_people_write_it() {
        assertThat(Platform.builder()
                        .os("linux")
                        .architecture("arm")
                        .variant("v7")
                        .build()
                        .name())
                .isEqualTo("linux/arm/v7");
        assertThat(Platform.builder()
                        .os("unknown")
                        .architecture("unknown")
                        .build()
                        .name())
                .isEqualTo("unknown/unknown");
        assertThat(Platform.builder().build().name()).isEqualTo("/");
    }
}
