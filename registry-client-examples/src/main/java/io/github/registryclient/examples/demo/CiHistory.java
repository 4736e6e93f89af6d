package io.github.registryclient.examples.demo;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.RepositoryName;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a build server leaves behind in some months: a tag for every build, and some more tags for what was released. */
final class CiHistory {
    private final RegistryClient registry;

    CiHistory(RegistryClient registry) {
        this.registry = registry;
    }

    void push() {
        build("admin/db", "10.4.0-201805151212127");
        build("admin/db", "10.4.0-201805220830556", "10.4.0");
        build("admin/db", "10.5.0-201808140911309");
        build("admin/db", "10.5.0-201809031744120", "10.5.0", "latest");

        build("admin/hello", "1.0.0-201806041925053", "1.0.0");
        build("admin/hello", "1.1.0-201806111004211");
        build("admin/hello", "1.1.0-201806121530418", "1.1.0-201806121602557"); // built again without a change
        build("admin/hello", "1.1.0-201807020911302", "1.1.0");
        build("admin/hello", "2.0.0-201809251650031");
        build("admin/hello", "2.0.0-201809261112408", "2.0.0", "latest");

        ImagePusher web = new ImagePusher(registry, RepositoryName.of("team/web"));
        Manifest arm = web.image("3.0.0", "arm64"); // the same in both indexes
        index(web, web.image("3.0.0", "amd64"), arm, "3.0.0-201807301405519");
        build("team/web", "3.0.1-201808021130144");
        index(web, web.image("3.1.0", "amd64"), arm, "3.1.0-201809181020317", "3.1.0", "latest");
    }

    private void build(String repository, String... tags) {
        ImagePusher images = new ImagePusher(registry, RepositoryName.of(repository));
        images.tag(images.image(tags[0], "amd64"), tags);
    }

    private static void index(ImagePusher images, Manifest amd64, Manifest arm64, String... tags) {
        Map<String, Manifest> platforms = new LinkedHashMap<>();
        platforms.put("amd64", amd64);
        platforms.put("arm64", arm64);
        images.tag(images.index(platforms), tags);
    }
}
