package io.github.registryclient.tests.manners;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.Listing;
import io.github.registryclient.RegistryClient;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.EmbeddedRegistryBuilder;
import io.github.registryclient.testkit.MovableClock;
import io.github.registryclient.testkit.SyntheticContent;
import io.github.registryclient.testkit.manner.AnswerManner;
import io.github.registryclient.testkit.manner.CatalogManner;
import io.github.registryclient.testkit.manner.LinkManner;
import io.github.registryclient.testkit.manner.Manner;
import io.github.registryclient.testkit.manner.Manners;
import io.github.registryclient.testkit.manner.TagListManner;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleLayouts;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Our client lists all there is, or says that it cannot, whatever the server's manners and however much there is. */
@Execution(ExecutionMode.CONCURRENT)
class ClientListsOnEveryMannerTest {
    private static final int[] COUNTS = {0, 1, 100, 101, 1000, 1001};
    private static final int[] PAGE_SIZES = {0, 100, 1000};
    private static final String REPOSITORY = "team/app";
    private static final SampleImages IMAGES = SampleImages.seeded(3);

    /** Where a server refuses, or shows that it hides something, a listing may end with an exception, and nowhere else. */
    private static final Set<Manner> MAY_BE_REFUSED = Set.of(
            CatalogManner.ABSENT,
            CatalogManner.UNSUPPORTED,
            CatalogManner.FOR_ADMINISTRATORS,
            CatalogManner.INSUFFICIENT_SCOPE,
            CatalogManner.LAST_IS_IGNORED,
            CatalogManner.WALKED_ON_DISK_AS_2_8,
            CatalogManner.WALKED_ON_DISK_AS_3_0,
            CatalogManner.WALKED_ON_DISK_AS_3_1_2,
            LinkManner.MISSING,
            LinkManner.REPEATED);

    /** Of a repository without tags these say that it does not exist. */
    private static final Set<Manner> UNKNOWN_WHEN_EMPTY =
            Set.of(TagListManner.NEVER_TAGGED_IS_UNKNOWN, TagListManner.EMPTY_IS_UNKNOWN);

    /**
     * What no client can see: nobody says to whom nothing is shown that there is something, and pages of a list that is in another
     * order for each of them. (The server that lists at random sends no links, which can be seen.)
     */
    private static final Set<Manner> UNSEEN = Set.of(CatalogManner.EMPTY_FOR_ANONYMOUS, CatalogManner.RANDOM_ORDER);

    static Stream<Manners> tagManners() {
        return manners(TagListManner.values());
    }

    static Stream<Manners> catalogManners() {
        return manners(CatalogManner.values()).filter(manners -> !isUnseen(manners));
    }

    private static boolean isUnseen(Manners manners) {
        return UNSEEN.stream().anyMatch(manners::has) && !manners.has(LinkManner.MISSING);
    }

    private static Stream<Manners> manners(Manner... some) {
        Stream<Manner> alone =
                Stream.of(some, LinkManner.values(), AnswerManner.values()).flatMap(Arrays::stream);
        return Stream.concat(
                Manners.known().stream(),
                alone.map(manner -> Manners.of(manner.getClass().getSimpleName() + " " + manner.name())
                        .with(manner, "the test")));
    }

    @ParameterizedTest
    @MethodSource("tagManners")
    void tags_are_all_listed(Manners manners) {
        for (int count : COUNTS) {
            EmbeddedRegistryBuilder builder = EmbeddedRegistry.builder().manners(manners);
            if (count > 0) {
                builder.synthetic(SyntheticContent.seeded(1).tags(REPOSITORY, count, 1));
            }
            try (EmbeddedRegistry registry = builder.start();
                    RegistryClient client = client(registry)) {
                if (count == 0) {
                    RegistryFiller.of(registry.uri())
                            .push(SampleRepository.named(REPOSITORY)
                                    .untagged(IMAGES.image())
                                    .build());
                }
                boolean refused = count == 0 && UNKNOWN_WHEN_EMPTY.stream().anyMatch(manners::has);
                check(
                        manners,
                        refused,
                        client.listTags(RepositoryName.of(REPOSITORY)),
                        names(count, SyntheticContent::tag));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("catalogManners")
    void repositories_are_all_listed(Manners manners) {
        for (int count : COUNTS) {
            EmbeddedRegistryBuilder builder = EmbeddedRegistry.builder().manners(manners);
            if (count > 0) {
                builder.synthetic(SyntheticContent.seeded(1).repositories("many", count));
            }
            try (EmbeddedRegistry registry = builder.start();
                    RegistryClient client = client(registry)) {
                check(
                        manners,
                        false,
                        client.listRepositories(),
                        names(count, i -> SyntheticContent.repository("many", i)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"WALKED_ON_DISK_AS_2_8", "WALKED_ON_DISK_AS_3_0", "WALKED_ON_DISK_AS_3_1_2"})
    void no_parent_is_lost_beside_its_child(CatalogManner walk) {
        Manners manners = Manners.of(walk.name()).with(walk, "the test");
        List<SampleRepository> family = SampleLayouts.parentsBesideChildren(IMAGES, "x", 60);
        List<String> truth =
                family.stream().map(member -> member.name().toString()).collect(Collectors.toList());
        try (EmbeddedRegistry registry =
                        EmbeddedRegistry.builder().manners(manners).start();
                RegistryClient client = client(registry)) {
            RegistryFiller.of(registry.uri()).pushAll(family);
            check(manners, false, client.listRepositories(), truth);
            for (int size = 1; size <= 121; size++) {
                check(manners, false, client.listRepositories().withPageSize(size), truth);
            }
        }
    }

    /** Without repetitions, as a manner does the same each time; what a host asks to wait passes on the clock alone. */
    private static RegistryClient client(EmbeddedRegistry registry) {
        MovableClock clock = MovableClock.at(Instant.now());
        return HttpRegistryClient.builder(registry.uri().toString())
                .retries(0)
                .clock(clock)
                .pauses(clock::move)
                .build();
    }

    private static List<String> names(int count, IntFunction<Object> name) {
        return IntStream.range(0, count).mapToObj(i -> name.apply(i).toString()).collect(Collectors.toList());
    }

    private static void check(Manners manners, boolean refused, Listing<?> listing, List<String> truth) {
        boolean mayBeRefused = refused || MAY_BE_REFUSED.stream().anyMatch(manners::has);
        for (int size : PAGE_SIZES) {
            Listing<?> sized = size == 0 ? listing : listing.withPageSize(size);
            try {
                assertThat(sized.toList())
                        .extracting(Object::toString)
                        .as(manners.server() + ": " + truth.size() + " by " + size)
                        .containsExactlyInAnyOrderElementsOf(truth);
            } catch (RegistryException e) {
                assertThat(mayBeRefused)
                        .as(manners.server() + ": " + truth.size() + " by " + size + ": " + e)
                        .isTrue();
            }
        }
    }
}
