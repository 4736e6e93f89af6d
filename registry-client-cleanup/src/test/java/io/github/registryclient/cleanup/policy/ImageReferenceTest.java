package io.github.registryclient.cleanup.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import org.junit.jupiter.api.Test;

class ImageReferenceTest {
    @Test
    void a_repository_whose_name_begins_like_a_host_is_the_same_after_it_was_written() {
        ImageReference reference = ImageReference.builder()
                .repository(RepositoryName.of("a.b__c/0"))
                .tag(Tag.of("1"))
                .build();

        assertThat(ImageReference.parse(reference.toString())).isEqualTo(reference);
    }

    @Test
    void a_name_that_begins_like_a_host_may_mean_a_repository_of_that_whole_name() {
        ImageReference reference = ImageReference.parse("a.b__c/0:1");

        assertThat(reference.mayMean(RepositoryName.of("a.b__c/0"))).isTrue();
        assertThat(reference.mayMean(RepositoryName.of("0"))).isTrue();
        assertThat(reference.mayMean(RepositoryName.of("c/0"))).isFalse();
    }
}
