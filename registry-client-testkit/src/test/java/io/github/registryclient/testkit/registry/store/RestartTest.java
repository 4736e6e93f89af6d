package io.github.registryclient.testkit.registry.store;

import static io.github.registryclient.testkit.registry.store.StoreFixture.name;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Tag;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {
    @TempDir
    Path folder;

    private Store store;
    private StoreFixture fill;

    @BeforeEach
    void open() throws IOException {
        store = Store.open(FolderStorage.open(folder));
        fill = new StoreFixture(store);
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    private Store reopened() throws IOException {
        store.close();
        store = Store.open(FolderStorage.open(folder));
        return store;
    }

    @Test
    void all_is_there_when_the_folder_is_opened_again() throws IOException {
        Digest blob = fill.blob("team/app", "blob");
        Digest image = fill.image("team/app", blob, "", "x", "X");
        Digest referrer = fill.referrer("team/app", blob, image);
        fill.image("team", fill.blob("team", "other"), "", "tags", "list");
        store.mount(name("z"), blob, Optional.of(name("team/app")));
        Map<Digest, Long> before = store.contents();

        Store second = reopened();

        assertThat(second.repositories("", 9)).containsExactly("team", "team/app", "z");
        assertThat(second.tags(name("team/app"))).isEqualTo(Map.of(Tag.of("x"), image, Tag.of("X"), image));
        assertThat(second.tags(name("team"))).containsOnlyKeys(Tag.of("list"), Tag.of("tags"));
        StoredManifest manifest = second.manifest(name("team/app"), Tag.of("x")).orElseThrow();
        assertThat(manifest.mediaType()).isEqualTo("application/vnd.oci.image.manifest.v1+json");
        assertThat(second.content(image).orElseThrow().bytes())
                .asString(UTF_8)
                .isEqualTo("{\"config\":{\"digest\":\"" + blob + "\"}}");
        assertThat(second.referrers(name("team/app"), image))
                .extracting(StoredManifest::digest)
                .containsExactly(referrer);
        assertThat(second.blob(name("z"), blob).orElseThrow().bytes())
                .asString(UTF_8)
                .isEqualTo("blob");
        assertThat(second.contents()).isEqualTo(before).hasSize(5);
    }

    @Test
    void what_was_deleted_stays_deleted_and_its_repository_known() throws IOException {
        Digest blob = fill.blob("a", "blob");
        Digest image = fill.image("a", blob, "", "x", "y");
        Digest other = fill.image("a", blob, ",\"n\":1", "z");
        store.deleteManifest(name("a"), image);
        store.deleteTag(name("a"), Tag.of("z"));
        store.deleteBlob(name("a"), blob);

        Store second = reopened();

        assertThat(second.tags(name("a"))).isEmpty();
        assertThat(second.manifests(name("a")))
                .extracting(StoredManifest::digest)
                .containsExactly(other);
        assertThat(second.blobs(name("a"))).isEmpty();

        second.collect(true, false);
        assertThat(reopened().repositories("", 9)).containsExactly("a");
        assertThat(reopened().contents()).isEmpty();
    }

    @Test
    void an_upload_goes_on_after_a_restart() throws IOException {
        Upload upload = store.uploads().start(name("a"));
        upload.append(0, new ByteArrayInputStream("he".getBytes(UTF_8)), 2);

        Store second = reopened();
        Upload again = second.uploads().find(name("a"), upload.id()).orElseThrow();

        assertThat(again.size()).isEqualTo(2);
        assertThat(again.append(2, new ByteArrayInputStream("llo".getBytes(UTF_8)), 3))
                .isEqualTo(3);
        Digest hello = Digest.of("sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
        assertThat(again.finish(hello)).isTrue();
        assertThat(reopened().uploads().find(name("a"), upload.id())).isEmpty();
        assertThat(reopened().blob(name("a"), hello)).isPresent();
        assertThat(folder.resolve("uploads")).isEmptyDirectory();
    }

    @Test
    void a_tag_whose_manifest_got_lost_is_not_listed() throws IOException {
        Digest image = fill.image("a", fill.blob("a", "blob"), "", "x");
        Files.delete(folder.resolve("content/sha256/" + image.encoded()));

        assertThat(reopened().tags(name("a"))).isEmpty();
    }

    @Test
    void a_stored_manifest_that_is_none_is_an_error_that_names_it() throws IOException {
        Digest image = fill.image("a", fill.blob("a", "blob"), "", "x");
        Files.writeString(folder.resolve("content/sha256/" + image.encoded()), "{");

        assertThatThrownBy(this::reopened).isInstanceOf(IOException.class).hasMessageContaining(image.toString());
    }
}
