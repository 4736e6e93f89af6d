package io.github.registryclient.tests.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.error.NotFoundException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.Reference;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleRepository;
import org.junit.jupiter.api.Test;

class RememberingTest {
    private static final RepositoryName APP = RepositoryName.of("app");

    @Test
    void a_question_is_asked_once_also_one_that_was_refused() {
        try (EmbeddedRegistry registry = EmbeddedRegistry.start();
                HttpRegistryClient client =
                        HttpRegistryClient.connect(registry.uri().toString())) {
            RegistryFiller.of(registry.uri())
                    .push(SampleRepository.named("app")
                            .tag("1.0", SampleImages.seeded(1).image())
                            .build());
            RegistryClient remembering = Remembering.of(client);
            registry.clearRequests();

            for (int i = 0; i < 2; i++) {
                assertThat(remembering.listTags(APP).toList()).containsExactly(Tag.of("1.0"));
                assertThat(remembering.getManifestDigest(APP, Reference.of("1.0")))
                        .isEqualTo(remembering
                                .getManifest(APP, Reference.of("1.0"))
                                .digest());
                assertThatThrownBy(() -> remembering.getManifest(APP, Reference.of("not-there")))
                        .isInstanceOf(NotFoundException.class);
            }

            assertThat(registry.requests().all()).hasSize(4);
        }
    }
}
