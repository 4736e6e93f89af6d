package io.github.registryclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Tag;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResolvedTagsTest {
    private static final Digest RED = Digest.of("md5:00");
    private static final Digest BLUE = Digest.of("md5:01");

    @Test
    void tags_and_digests_keep_the_order_asked_for() {
        ResolvedTags.Builder builder = ResolvedTags.builder();
        List<Tag> asked = new ArrayList<>();
        List<Digest> found = new ArrayList<>();
        for (int i = 99; i >= 0; i--) {
            Tag tag = Tag.of("1.0." + (i * 37) % 100);
            asked.add(tag);
            found.add(Digest.of("md5:" + i));
            builder.putDigests(tag, Digest.of("md5:" + i));
            builder.addDangling(Tag.of("gone-" + i));
        }
        ResolvedTags resolved = builder.build();

        assertThat(resolved.digests().keySet()).containsExactlyElementsOf(asked);
        assertThat(resolved.tagsByDigest().keySet()).containsExactlyElementsOf(found);
        assertThat(resolved.dangling()).hasSize(100).startsWith(Tag.of("gone-99"), Tag.of("gone-98"));
    }

    @Test
    void tags_that_share_a_digest_are_grouped() {
        ResolvedTags resolved = ResolvedTags.builder()
                .putDigests(Tag.of("latest"), RED)
                .putDigests(Tag.of("old"), BLUE)
                .putDigests(Tag.of("1.0.1"), RED)
                .addDangling(Tag.of("gone"))
                .build();

        assertThat(resolved.tagsByDigest().keySet()).containsExactly(RED, BLUE);
        assertThat(resolved.tagsByDigest().get(RED)).containsExactly(Tag.of("latest"), Tag.of("1.0.1"));
        assertThat(resolved.tagsByDigest().get(BLUE)).containsExactly(Tag.of("old"));
        assertThat(resolved.dangling()).containsExactly(Tag.of("gone"));
    }

    @Test
    void nothing_asked_is_nothing_found() {
        ResolvedTags nothing = ResolvedTags.builder().build();

        assertThat(nothing.digests()).isEmpty();
        assertThat(nothing.dangling()).isEmpty();
        assertThat(nothing.tagsByDigest()).isEmpty();
    }

    @Test
    void what_was_found_cannot_be_changed() {
        ResolvedTags resolved =
                ResolvedTags.builder().putDigests(Tag.of("latest"), RED).build();

        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> resolved.digests().clear());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> resolved.dangling().add(Tag.of("b")));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> resolved.tagsByDigest().clear());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> resolved.tagsByDigest().get(RED).clear());
    }

    @Test
    void shows_counts_and_the_first_tags_on_one_short_line() {
        ResolvedTags.Builder builder = ResolvedTags.builder();
        for (int i = 0; i < 10_000; i++) {
            builder.putDigests(Tag.of("1.0." + i), i % 2 == 0 ? RED : BLUE);
        }
        builder.addDangling(Tag.of("gone"));

        assertThat(builder.build().toString())
                .startsWith("10000 tags on 2 digests, 1 dangling: 1.0.0 -> " + RED.shortForm() + ", 1.0.1 -> ")
                .hasSizeLessThan(400);
    }

    @Test
    void null_is_refused() {
        assertThatNullPointerException().isThrownBy(() -> ResolvedTags.builder().putDigests(Tag.of("a"), null));
        assertThatNullPointerException().isThrownBy(() -> ResolvedTags.builder().putDigests(null, RED));
        assertThatNullPointerException().isThrownBy(() -> ResolvedTags.builder().addDangling((Tag) null));
    }
}
