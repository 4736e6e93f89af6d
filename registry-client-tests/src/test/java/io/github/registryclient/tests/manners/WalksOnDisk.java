package io.github.registryclient.tests.manners;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.testkit.manner.Manners;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleLayouts;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Page by page, the embedded registry lists and loses the repositories that distribution lists and loses. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WalksOnDisk {
    private static final long SEED = 4903;
    private static final int PARENTS = 110;
    private static final int MORE = 150;
    private static final int MOST_PAGES = 500;

    private final String program;
    private final Manners manners;
    private RealAndEmbedded family;
    private RealAndEmbedded forest;

    WalksOnDisk(String program, Manners manners) {
        this.program = program;
        this.manners = manners;
    }

    @BeforeAll
    void start() {
        SampleImages images = SampleImages.seeded(88);
        family = RealAndEmbedded.start(program, manners);
        family.push(SampleLayouts.parentsBesideChildren(images, "x", PARENTS));
        forest = RealAndEmbedded.start(program, manners);
        forest.push(forest(images.image()));
    }

    /** Names of up to three segments, which begin with digits and letters, and are often each other's parents. */
    private static List<SampleRepository> forest(SampleManifest image) {
        System.out.println("seed of the forest: " + SEED);
        Random random = new Random(SEED);
        TreeSet<String> names = new TreeSet<>();
        while (names.size() < MORE) {
            List<String> segments = new ArrayList<>();
            int depth = 1 + random.nextInt(3);
            for (int i = 0; i < depth; i++) {
                segments.add(List.of("0", "1", "9a", "a", "a-b", "a.b", "a_b", "b", "z9", "1-a")
                        .get(random.nextInt(10)));
            }
            names.add(String.join("/", segments));
        }
        List<SampleRepository> repositories = new ArrayList<>();
        names.forEach(name ->
                repositories.add(SampleRepository.named(name).tag("x", image).build()));
        return repositories;
    }

    @AfterAll
    void stop() {
        for (RealAndEmbedded both : new RealAndEmbedded[] {family, forest}) {
            if (both != null) {
                both.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 50, 59, 89, 99, 100, 101, 177, 178, 218, 219, 220, 221, 1000})
    void parents_beside_children_are_lost_alike(int size) {
        compare(family, "/v2/_catalog?n=" + size);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 17, 23, 31, 49, 50, 51, 75, 99, 149, 150, 151})
    void a_forest_is_walked_alike(int size) {
        compare(forest, "/v2/_catalog?n=" + size);
    }

    @Test
    void without_a_page_size_they_are_lost_alike() {
        compare(family, "/v2/_catalog");
        compare(forest, "/v2/_catalog");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a%2F1", "a%2Fa", "a%2F1%2F0", "0%2Fz9", "a-b", "aa", "a%2Fnosuch", "9a", "z9%2F1"})
    void a_walk_begins_alike_at_any_name(String last) {
        for (int size : List.of(1, 2, 5, 20, 1000)) {
            compare(forest, "/v2/_catalog?n=" + size + "&last=" + last);
        }
    }

    private static void compare(RealAndEmbedded both, String first) {
        assertThat(pages(both.embedded(), first)).as(first).isEqualTo(pages(both.real(), first));
    }

    private static List<String> pages(URI registry, String first) {
        List<String> pages = new ArrayList<>();
        Optional<String> target = Optional.of(first);
        while (target.isPresent() && pages.size() < MOST_PAGES) {
            Answer page = Exchange.of("GET " + target.get()).with(registry);
            pages.add(target.get() + " -> " + page);
            target = page.next();
        }
        return pages;
    }
}
