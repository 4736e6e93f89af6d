package io.github.registryclient.benchmarks.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The answers are those that a registry gives: the library and the bare client read the same out of them. */
class SampleAnswersTest {
    @Test
    void the_bare_client_and_the_library_read_the_same_digest() {
        CannedAnswers answers = new CannedAnswers();
        SampleManifests.addTo(answers);
        List<String> targets = SampleManifests.targets();
        List<Tag> tags = new ArrayList<>(SampleManifests.tags().keySet());
        try (CannedServer server = CannedServer.start(answers);
                HttpRegistryClient client =
                        HttpRegistryClient.connect(server.uri().toString())) {
            HttpResponse<Void> bare = new BareClient().send(BareClient.request(server.uri() + targets.get(999)));

            assertThat(bare.statusCode()).isEqualTo(200);
            assertThat(bare.headers().firstValueAsLong("Content-Length")).hasValue(1234);
            assertThat(client.getManifestDigest(SampleManifests.REPOSITORY, tags.get(999)))
                    .isEqualTo(Digest.of(
                            bare.headers().firstValue("Docker-Content-Digest").orElseThrow()))
                    .isEqualTo(SampleManifests.tags().get(Tag.of("1.0.999-201806041925053")));
        }
    }

    @Test
    void a_million_tags_come_in_one_answer() {
        CannedAnswers answers = new CannedAnswers();
        MillionTags.addUnpaged(answers);

        assertThatAllCome(answers, MillionTags.UNPAGED, 0);
    }

    @Test
    void a_million_tags_come_in_a_thousand_pages() {
        CannedAnswers answers = new CannedAnswers();
        MillionTags.addPaged(answers);

        assertThatAllCome(answers, MillionTags.PAGED, MillionTags.PAGE);
    }

    private static void assertThatAllCome(CannedAnswers answers, RepositoryName repository, int pageSize) {
        try (CannedServer server = CannedServer.start(answers);
                HttpRegistryClient client =
                        HttpRegistryClient.connect(server.uri().toString())) {
            int pages = 0;
            int count = 0;
            for (List<Tag> page : pageSize == 0
                    ? client.listTags(repository).pages()
                    : client.listTags(repository).withPageSize(pageSize).pages()) {
                for (Tag tag : page) {
                    assertThat(tag.equals(MillionTags.tag(count++))).isTrue();
                }
                pages++;
            }
            assertThat(count).isEqualTo(1_000_000);
            assertThat(pages).isEqualTo(pageSize == 0 ? 1 : 1000);
        }
    }
}
