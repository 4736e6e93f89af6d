package io.github.registryclient.tests.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.Capabilities;
import io.github.registryclient.Capabilities.Deletion;
import io.github.registryclient.DeleteResult;
import io.github.registryclient.RegistryClient;
import io.github.registryclient.error.DeletionDisabledException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.contract.RealRegistries;
import io.github.registryclient.testkit.process.RegistryOptions;
import io.github.registryclient.testkit.process.RegistryProcess;
import io.github.registryclient.testkit.process.RegistryProgram;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What distribution says with deletion off and while it is read-only, and whether the remedy that we name is one. */
class DeletionSwitchTest {
    private static final RegistryOptions OFF = RegistryOptions.defaults().withDeletion(false);
    private static final RegistryOptions READ_ONLY = RegistryOptions.defaults().withReadOnly(true);
    private static final RegistryOptions BOTH = OFF.withReadOnly(true);
    private static final String[] REMEDY = {
        "storage.delete.enabled: true", "REGISTRY_STORAGE_DELETE_ENABLED=true", "restart"
    };

    @ParameterizedTest
    @ValueSource(strings = {RegistryProgram.DISTRIBUTION_2, RegistryProgram.DISTRIBUTION_3})
    void deletion_off_is_told_by_the_probe_and_by_both_refusals_which_name_the_remedy(String program) {
        with(program, OFF, registry -> refuses(registry, Deletion.OFF, "Deletion is switched off"));
    }

    @ParameterizedTest
    @ValueSource(strings = {RegistryProgram.DISTRIBUTION_2, RegistryProgram.DISTRIBUTION_3})
    void read_only_is_told_by_the_probe_and_by_both_refusals(String program) {
        with(program, READ_ONLY, registry -> refuses(registry, Deletion.READ_ONLY, "storage.maintenance.readonly"));
    }

    @ParameterizedTest
    @ValueSource(strings = {RegistryProgram.DISTRIBUTION_2, RegistryProgram.DISTRIBUTION_3})
    void read_only_with_deletion_off_looks_read_only_and_names_the_other_remedy_as_well(String program) {
        with(program, BOTH, registry -> refuses(registry, Deletion.READ_ONLY, "storage.maintenance.readonly"));
    }

    /** The refusal comes before the registry looks whether it could delete a tag, so that stays unknown. */
    private static void refuses(Subject registry, Deletion found, String cause) {
        assertThat(registry.probe().deletion()).isEqualTo(found);
        assertThat(registry.probe().tagDeletion()).isEqualTo(Capabilities.Support.UNKNOWN);
        for (ThrowingCallable deletion : new ThrowingCallable[] {registry::deleteManifest, registry::deleteTag}) {
            assertThatThrownBy(deletion)
                    .isInstanceOf(DeletionDisabledException.class)
                    .hasMessageContaining(cause)
                    .hasMessageContainingAll(REMEDY);
        }
        registry.isUnharmed();
    }

    /** Runs the check under the options, and then restarts with the remedy: it has to work. */
    private static void with(String program, RegistryOptions options, Consumer<Subject> check) {
        try (RegistryProcess process = RegistryProcess.start(RealRegistries.assumePresent(program));
                RegistryClient client = HttpRegistryClient.connect(process.uri().toString())) {
            Subject subject = new Subject(client, RegistryFiller.of(process.uri()));
            process.restart(options);
            check.accept(subject);
            process.restart(RegistryOptions.defaults());
            assertThat(subject.probe().deletion()).isEqualTo(Deletion.ENABLED);
            assertThat(subject.deleteManifest().outcome()).isEqualTo(DeleteResult.Outcome.DELETED);
        }
    }

    /** One repository with one tag, and who looks at it without our client. */
    private static final class Subject {
        private static final Tag TAG = Tag.of("1");

        private final RegistryClient client;
        private final RegistryFiller filler;
        private final SampleRepository repository;

        Subject(RegistryClient client, RegistryFiller filler) {
            this.client = client;
            this.filler = filler;
            this.repository = filler.push(SampleRepository.named("team/app")
                    .tag("1", SampleImages.seeded(405).image())
                    .build());
        }

        Capabilities probe() {
            return client.probeCapabilities(repository.name());
        }

        DeleteResult deleteManifest() {
            return client.deleteManifest(
                    repository.name(), repository.manifest("1").digest());
        }

        DeleteResult deleteTag() {
            return client.deleteTag(repository.name(), TAG);
        }

        void isUnharmed() {
            assertThat(filler.hasManifest(repository.name(), TAG)).isTrue();
            assertThat(filler.pulls(repository.name(), repository.manifest("1")))
                    .isTrue();
        }
    }
}
