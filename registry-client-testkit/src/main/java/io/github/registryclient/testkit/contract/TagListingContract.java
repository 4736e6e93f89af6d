package io.github.registryclient.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.registryclient.Listing;
import io.github.registryclient.error.NotFoundException;
import io.github.registryclient.error.NotPermittedException;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleLayouts;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Listing tags: all of them in whatever order, or an exception. */
interface TagListingContract extends ContractPart {
    @Test
    default void one_tag_is_listed() {
        SampleRepository repository = registry()
                .fill(
                        "tags-one",
                        content -> content.tag(
                                "1.0.0", registry().images("tags-one").image()));

        assertEquals(
                List.of(Tag.of("1.0.0")), client().listTags(repository.name()).toList());
        assertEquals(
                List.of(Tag.of("1.0.0")),
                client().listTags(repository.name().toString()).stream().collect(Collectors.toList()));
    }

    @Test
    default void many_tags_are_listed_with_every_page_size() {
        SampleRepository repository = registry()
                .filler()
                .push(SampleLayouts.manyTags(
                        registry().images("tags-many"), registry().name("tags-many"), 230, 3));
        Listing<Tag> listing = client().listTags(repository.name());

        Set<Tag> expected = new TreeSet<>(repository.tags().keySet());
        assertEquals(expected, distinct(listing.toList()));
        for (int size : List.of(1000, 230, 229, 115, 7)) {
            assertEquals(expected, distinct(listing.withPageSize(size).toList()), "pages of " + size);
        }
    }

    @Test
    default void tags_of_every_form_are_listed_in_any_order() {
        SampleImages images = registry().images("tags-forms");
        SampleManifest image = images.image();
        SampleRepository repository = registry().fill("tags-forms", content -> {
            List.of("latest", "1.0.48", "1.0.8", "1.0.0-201806041925053", "_x", "A", "a", "v1.0_b-c", "x".repeat(128))
                    .forEach(tag -> content.tag(tag, image));
            return content;
        });

        assertEquals(new TreeSet<>(repository.tags().keySet()), listedTags(repository.name()));
    }

    @Test
    default void a_repository_without_tags_gives_an_empty_listing() {
        SampleRepository repository = registry()
                .fill(
                        "tags-none",
                        content ->
                                content.tag("1", registry().images("tags-none").image()));
        registry()
                .filler()
                .deleteManifest(repository.name(), repository.manifest("1").digest());
        if (registry().has(Departure.TAGS_OUTLIVE_THEIR_DIGEST)) {
            registry().filler().deleteManifest(repository.name(), Tag.of("1"));
        }

        assertEquals(List.of(), client().listTags(repository.name()).toList());
        assertFalse(client().listTags(repository.name()).iterator().hasNext());
    }

    @Test
    default void the_tags_of_a_missing_repository_are_not_found_and_not_asked_for_before_they_are_read() {
        Listing<Tag> listing = client().listTags(registry().repository("tags-missing"));

        if (registry().has(Departure.MISSING_REPOSITORY_IS_UNAUTHORIZED)) {
            assertThrows(NotPermittedException.class, listing::toList);
            return;
        }
        NotFoundException thrown = assertThrows(NotFoundException.class, listing::toList);
        assertEquals(404, thrown.status());
        assertThrows(NotFoundException.class, () -> listing.iterator().hasNext());
    }

    @Test
    default void each_iteration_asks_anew() {
        SampleManifest image = registry().images("tags-anew").image();
        SampleRepository repository = registry().fill("tags-anew", content -> content.tag("1", image));
        Listing<Tag> listing = client().listTags(repository.name());
        assertEquals(List.of(Tag.of("1")), listing.toList());

        registry().filler().putManifest(repository.name(), Tag.of("2"), image);

        assertEquals(Set.of(Tag.of("1"), Tag.of("2")), distinct(listing.toList()));
    }

    @Test
    default void pages_are_never_empty_and_hold_all_tags() {
        SampleRepository repository = registry()
                .filler()
                .push(SampleLayouts.manyTags(
                        registry().images("tags-pages"), registry().name("tags-pages"), 20, 1));

        List<Tag> paged = new ArrayList<>();
        for (List<Tag> page :
                client().listTags(repository.name()).withPageSize(5).pages()) {
            assertFalse(page.isEmpty());
            paged.addAll(page);
        }

        assertTrue(paged.containsAll(repository.tags().keySet()));
        assertEquals(20, paged.size());
    }
}
