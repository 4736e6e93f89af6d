package io.github.registryclient.tests.plan.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.auth.CredentialsProvider;
import io.github.registryclient.cleanup.Planner;
import io.github.registryclient.cleanup.judge.Verdict;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.plan.RepositoryPlan;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What is left of a repository that somebody deleted from, or that the disk spoilt, each in a registry of its own. */
abstract class DamageContract {
    private static final RepositoryName OLD = RepositoryName.of("old/app");

    private final Supplier<Place> start;
    private final Set<Difference> differences = EnumSet.noneOf(Difference.class);
    private final SampleImages images = SampleImages.seeded(4);

    DamageContract(Supplier<Place> start, Difference... differences) {
        this.start = start;
        this.differences.addAll(List.of(differences));
    }

    Place start() {
        return start.get();
    }

    Set<Difference> differences() {
        return differences;
    }

    @Test
    void a_repository_of_which_nothing_is_left_is_no_trouble_unless_its_tags_are() {
        SampleManifest image = images.image();
        try (Place place = start()) {
            RegistryFiller filler = RegistryFiller.of(place.uri());
            filler.push(
                    SampleRepository.named(OLD.toString()).tag("pr-1", image).build());
            assertThat(filler.deleteManifest(OLD, image.digest())).isEqualTo(202);

            RepositoryPlan old = plan(place);

            assertThat(old.deletions()).isEmpty();
            if (differences.contains(Difference.MANIFESTS_IN_MEMORY)) {
                assertThat(old.verdicts().tags().get(Tag.of("pr-1")).verdict()).isEqualTo(Verdict.KEEP);
            } else {
                assertThat(old.verdicts().tags()).isEmpty();
                assertThat(old.verdicts().graph().facts().troubles()).isEmpty();
            }
        }
    }

    @Test
    void a_manifest_that_the_disk_spoilt_keeps_its_repository() {
        assumeThat(differences).doesNotContain(Difference.MANIFESTS_IN_MEMORY);
        SampleManifest spoilt = images.image();
        try (Place place = start()) {
            RegistryFiller.of(place.uri())
                    .push(SampleRepository.named(OLD.toString())
                            .tag("main", spoilt)
                            .tag("pr-1", images.image())
                            .build());
            place.spoilManifest(spoilt.digest());

            RepositoryPlan old = plan(place);

            assertThat(old.verdicts().graph().facts().troubles()).isNotEmpty();
            assertThat(old.verdicts().goes(spoilt.digest())).isFalse();
            assertThat(old.deletions()).isEmpty();
        }
    }

    HttpRegistryClient client(URI registry) {
        return HttpRegistryClient.builder(registry.toString())
                .credentials(CredentialsProvider.fixed(
                        differences.contains(Difference.CATALOG_FOR_ACCOUNTS_ONLY)
                                ? Credentials.basic("reader", "reads")
                                : Credentials.anonymous()))
                .retries(0)
                .build();
    }

    private RepositoryPlan plan(Place place) {
        try (HttpRegistryClient client = client(place.uri())) {
            Plan plan = Planner.of(client, Scene.POLICY)
                    .repositories(List.of(OLD))
                    .build()
                    .plan();
            return plan.repository(OLD).orElseThrow();
        }
    }
}
