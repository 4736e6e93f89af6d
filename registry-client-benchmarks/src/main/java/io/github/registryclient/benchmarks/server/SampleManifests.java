package io.github.registryclient.benchmarks.server;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** HEAD of a thousand tags, answered with the headers that distribution 2.8 sends. */
public final class SampleManifests {
    /** The repository. */
    public static final RepositoryName REPOSITORY = RepositoryName.of("team/app");

    private static final int COUNT = 1000;

    private SampleManifests() {}

    /**
     * The tags and what each resolves to.
     *
     * @return in the order of building
     */
    public static Map<Tag, Digest> tags() {
        Map<Tag, Digest> tags = new LinkedHashMap<>();
        for (int i = 0; i < COUNT; i++) {
            Tag tag = Tag.of("1.0." + i + "-201806041925053");
            tags.put(tag, Digest.sha256(tag.toString().getBytes(StandardCharsets.US_ASCII)));
        }
        return Collections.unmodifiableMap(tags);
    }

    /**
     * The request targets of all tags.
     *
     * @return paths, in the order of {@link #tags}
     */
    public static List<String> targets() {
        List<String> targets = new ArrayList<>();
        tags().keySet().forEach(tag -> targets.add(target(tag)));
        return targets;
    }

    /**
     * Adds the answers.
     *
     * @param answers the set to add them to
     */
    public static void addTo(CannedAnswers answers) {
        String manifest = " ".repeat(1234); // only its length is sent
        tags().forEach((tag, digest) -> answers.put(
                "HEAD",
                target(tag),
                "Content-Type: application/vnd.oci.image.manifest.v1+json\r\n"
                        + "Docker-Content-Digest: " + digest + "\r\n"
                        + "Docker-Distribution-Api-Version: registry/2.0\r\n"
                        + "Etag: \"" + digest + "\"\r\n"
                        + "X-Content-Type-Options: nosniff\r\n"
                        + "Date: Mon, 04 Jun 2018 19:25:05 GMT\r\n",
                manifest));
    }

    private static String target(Tag tag) {
        return "/v2/" + REPOSITORY + "/manifests/" + tag;
    }
}
