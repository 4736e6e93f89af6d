package io.github.registryclient.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.registryclient.Listing;
import io.github.registryclient.error.ErrorResponseException;
import io.github.registryclient.error.InvalidResponseException;
import io.github.registryclient.error.NoResponseException;
import io.github.registryclient.error.RequestFailedException;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.sample.SampleLayouts;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Listing repositories: all of them, or an exception. */
interface CatalogContract extends ContractPart {
    @Test
    default void all_repositories_are_listed_also_parents_beside_their_children() {
        Set<RepositoryName> expected = fillFamily("catalog-whole", 55);

        List<RepositoryName> listed = client().listRepositories().toList();

        assertEquals(Set.of(), missing(expected, listed));
        assertEquals(listed.size(), new HashSet<>(listed).size(), "a repository is listed once");
    }

    @Test
    default void a_catalog_in_pages_is_whole_or_refused_but_never_short() {
        Set<RepositoryName> expected = fillFamily("catalog-paged", 110);

        for (int size : List.of(1000, 150, 100, 99, 50, 7)) {
            try {
                List<RepositoryName> listed =
                        client().listRepositories().withPageSize(size).toList();
                assertEquals(Set.of(), missing(expected, listed), "missing with pages of " + size);
            } catch (RequestFailedException refused) {
                if (!registry().has(Departure.PAGED_CATALOG_IS_UNRELIABLE) || !isForTheBoundary(refused)) {
                    throw new AssertionError("pages of " + size, refused);
                }
            }
        }
    }

    @Test
    default void a_catalog_page_is_never_empty_and_the_pages_are_the_listing() {
        registry()
                .fill(
                        "catalog-pages",
                        repository -> repository.tag(
                                "1", registry().images("catalog-pages").image()));
        Listing<RepositoryName> listing = client().listRepositories();

        Set<RepositoryName> paged = new TreeSet<>();
        for (List<RepositoryName> page : listing.pages()) {
            assertFalse(page.isEmpty());
            paged.addAll(page);
        }

        assertTrue(paged.contains(registry().repository("catalog-pages")));
    }

    /** What cannot be believed, did not come, or, as a proxy before the registry says it, did not come. */
    private static boolean isForTheBoundary(RequestFailedException refused) {
        return refused instanceof InvalidResponseException
                || refused instanceof NoResponseException
                || refused instanceof ErrorResponseException && ((ErrorResponseException) refused).status() == 502;
    }

    private Set<RepositoryName> fillFamily(String suffix, int parents) {
        List<SampleRepository> family = SampleLayouts.parentsBesideChildren(
                registry().images(suffix), registry().name(suffix), parents);
        registry().filler().pushAll(family);
        return family.stream().map(SampleRepository::name).collect(Collectors.toSet());
    }

    private static Set<RepositoryName> missing(Set<RepositoryName> expected, Collection<RepositoryName> listed) {
        Set<RepositoryName> missing = new TreeSet<>(expected);
        missing.removeAll(new HashSet<>(listed));
        return missing;
    }
}
