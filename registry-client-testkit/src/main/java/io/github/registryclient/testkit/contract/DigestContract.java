package io.github.registryclient.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.registryclient.ResolvedTags;
import io.github.registryclient.error.NotFoundException;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.sample.ImageSpec;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleLayouts;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** From tag to digest, one by one and many at once. */
interface DigestContract extends ContractPart {
    @Test
    default void a_tag_resolves_to_the_digest_of_what_was_pushed_never_to_a_child() {
        SampleImages images = registry().images("digest-kinds");
        SampleRepository repository = registry()
                .fill(
                        "digest-kinds",
                        content -> content.tag("oci", images.image())
                                .tag("docker", images.dockerImage(ImageSpec.defaults()))
                                .tag("index", images.twoPlatformIndex())
                                .tag("list", images.twoPlatformDockerList())
                                .tag("nested", images.nestedIndex())
                                .tag("buildx", images.indexWithAttestation()));

        repository
                .tags()
                .forEach((tag, digest) ->
                        assertEquals(digest, client().getManifestDigest(repository.name(), tag), "tag " + tag));
        assertEquals(
                repository.manifest("index").digest(),
                client().getManifestDigest(repository.name().toString(), "index"));
    }

    @Test
    default void a_digest_is_confirmed() {
        SampleImages images = registry().images("digest-confirmed");
        SampleManifest index = images.twoPlatformIndex();
        SampleRepository repository = registry().fill("digest-confirmed", content -> content.tag("1", index));

        for (SampleManifest manifest : repository.manifests()) {
            assertEquals(manifest.digest(), client().getManifestDigest(repository.name(), manifest.digest()));
        }
    }

    @Test
    default void what_is_not_there_is_not_found() {
        SampleRepository repository = registry()
                .fill(
                        "digest-missing",
                        content -> content.tag(
                                "1", registry().images("digest-missing").image()));

        assertThrows(NotFoundException.class, () -> client().getManifestDigest(repository.name(), Tag.of("2")));
        assertThrows(NotFoundException.class, () -> client().getManifestDigest(repository.name(), nobodys()));
        assertThrows(
                NotFoundException.class,
                () -> client().getManifestDigest(registry().repository("digest-nowhere"), Tag.of("1")));
    }

    @Test
    default void a_moved_tag_resolves_to_where_it_points_now() {
        SampleImages images = registry().images("digest-moved");
        SampleManifest now = images.image();
        SampleRepository repository = registry()
                .fill(
                        "digest-moved",
                        content -> content.tag("1", images.image()).untagged(now));
        assertEquals(repository.manifest("1").digest(), client().getManifestDigest(repository.name(), Tag.of("1")));

        registry().filler().putManifest(repository.name(), Tag.of("1"), now);

        assertEquals(now.digest(), client().getManifestDigest(repository.name(), Tag.of("1")));
    }

    @Test
    default void many_tags_resolve_at_once_and_show_which_share_a_digest() {
        SampleRepository repository = registry()
                .filler()
                .push(SampleLayouts.ciHistory(
                        registry().images("digest-bulk"), registry().name("digest-bulk"), 40));
        List<Tag> tags = new ArrayList<>(repository.tags().keySet());

        ResolvedTags resolved = client().resolveTags(repository.name(), tags);

        assertEquals(repository.tags(), resolved.digests());
        assertEquals(tags, new ArrayList<>(resolved.digests().keySet()), "in the order of the tags");
        assertEquals(Set.of(), resolved.dangling());
        Digest latest = repository.manifest("latest").digest();
        assertEquals(
                tags.stream()
                        .filter(tag -> Objects.equals(repository.tags().get(tag), latest))
                        .collect(Collectors.toList()),
                resolved.tagsByDigest().get(latest));
    }

    @Test
    default void tags_without_a_manifest_are_told_apart_when_many_resolve() {
        SampleRepository repository = registry()
                .fill(
                        "digest-dangling",
                        content -> content.tag(
                                "1", registry().images("digest-dangling").image()));

        ResolvedTags resolved = client().resolveTags(
                        repository.name(), List.of(Tag.of("gone"), Tag.of("1"), Tag.of("1"), Tag.of("gone")));

        assertEquals(Map.of(Tag.of("1"), repository.manifest("1").digest()), resolved.digests());
        assertEquals(Set.of(Tag.of("gone")), resolved.dangling());
    }

    @Test
    default void no_tags_resolve_to_nothing() {
        ResolvedTags resolved = client().resolveTags(registry().repository("digest-nothing"), List.of());

        assertEquals(Map.of(), resolved.digests());
        assertEquals(Set.of(), resolved.dangling());
    }
}
