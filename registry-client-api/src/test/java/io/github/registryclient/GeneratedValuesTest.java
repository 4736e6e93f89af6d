package io.github.registryclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.registryclient.Capabilities.Deletion;
import io.github.registryclient.Capabilities.Support;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Tag;
import nl.jqno.equalsverifier.EqualsVerifier;
import nl.jqno.equalsverifier.Warning;
import org.junit.jupiter.api.Test;

class GeneratedValuesTest {
    @Test
    void values_are_equal_by_all_their_parts() {
        EqualsVerifier.forClass(ImmutableCapabilities.class)
                .suppress(Warning.NULL_FIELDS)
                .verify();
        EqualsVerifier.forClass(ImmutableDeleteResult.class)
                .suppress(Warning.NULL_FIELDS)
                .verify();
        EqualsVerifier.forClass(ImmutableResolvedTags.class)
                .suppress(Warning.NULL_FIELDS)
                .withPrefabValues(Digest.class, Digest.of("md5:00"), Digest.of("md5:01"))
                .withPrefabValues(Tag.class, Tag.of("a"), Tag.of("b"))
                .verify();
    }

    @Test
    void capabilities_say_what_was_asked_and_nothing_by_default() {
        Capabilities capabilities = Capabilities.builder()
                .tagDeletion(Support.NO)
                .referrersApi(Support.YES)
                .deletion(Deletion.OFF)
                .build();

        assertThat(capabilities.apiVersion()).isEmpty();
        assertThat(capabilities.tagDeletion()).isEqualTo(Support.NO);
        assertThat(capabilities.referrersApi()).isEqualTo(Support.YES);
        assertThat(capabilities.deletion()).isEqualTo(Deletion.OFF);
        assertThatIllegalStateException()
                .isThrownBy(() -> Capabilities.builder().build())
                .withMessageContaining("tagDeletion")
                .withMessageContaining("referrersApi")
                .withMessageContaining("deletion");
    }
}
