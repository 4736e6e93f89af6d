package io.github.registryclient.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.registryclient.error.InvalidInputException;
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

    @Test
    void is_shown_with_digest_type_size_and_platform() {
        assertThat(Fixtures.OCI_INDEX.manifest().entries().get(2))
                .hasToString("sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
                        + " (application/vnd.oci.image.manifest.v1+json, 0 bytes, windows/amd64 10.0.14393.1066)");
        assertThat(Fixtures.OCI_REFERRER.manifest().layers().get(0).toString())
                .contains("617 bytes", "artifact application/vnd.example.part");
        assertThat(Fixtures.SCHEMA1_SIGNED.manifest().layers().get(0).toString())
                .endsWith(" (unknown type, unknown size)");
    }

    @Test
    void is_shown_on_one_short_line_whatever_the_document_says() {
        String hostile = "a\n\u001b[2J\u202e\u2028" + "x".repeat(10_000);
        Descriptor descriptor = Descriptor.builder()
                .mediaType(hostile)
                .digest(RED)
                .size(1)
                .artifactType(hostile)
                .putAnnotations(hostile, hostile)
                .addUrls(hostile)
                .platform(Platform.builder()
                        .os(hostile)
                        .architecture(hostile)
                        .variant(hostile)
                        .osVersion(hostile)
                        .addOsFeatures(hostile)
                        .build())
                .build();

        assertThat(descriptor.toString()).hasSizeLessThan(2_000).matches("[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");
        assertThat(descriptor.mediaType()).as("the value itself stays").isEqualTo(hostile);
    }

    @Test
    void a_size_is_0_or_more_or_minus_1_for_unknown() {
        Descriptor.Builder builder = Descriptor.builder().mediaType("a/b").digest(RED);

        assertThat(builder.size(-1).build().size()).isEqualTo(-1);
        assertThat(Descriptor.builder()
                        .mediaType("a/b")
                        .digest(RED)
                        .size(Long.MAX_VALUE)
                        .build()
                        .size())
                .isEqualTo(Long.MAX_VALUE);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Descriptor.builder()
                        .mediaType("a/b")
                        .digest(RED)
                        .size(-2)
                        .build())
                .withMessageContaining("-2")
                .withMessageContaining("expected");
    }
}
