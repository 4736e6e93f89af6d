package io.github.registryclient.cleanup.judge;

import io.github.registryclient.cleanup.age.Ages;
import io.github.registryclient.cleanup.age.Sightings;
import io.github.registryclient.cleanup.graph.BlobFacts;
import io.github.registryclient.cleanup.graph.ChildFacts;
import io.github.registryclient.cleanup.graph.ManifestFacts;
import io.github.registryclient.cleanup.graph.RepositoryFacts;
import io.github.registryclient.cleanup.graph.RepositoryGraph;
import io.github.registryclient.cleanup.policy.ImageReference;
import io.github.registryclient.cleanup.policy.ManifestKind;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A repository as it was read, written by hand: manifests have names, and their digests are those of the names. */
public final class TestRepository {
    /** The time of all plans. */
    public static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    private final RepositoryName name;
    private final Map<Tag, Digest> tags = new LinkedHashMap<>();
    private final Set<Tag> dangling = new LinkedHashSet<>();
    private final Map<Digest, ManifestFacts> manifests = new LinkedHashMap<>();
    private final Set<Digest> missing = new LinkedHashSet<>();
    private final List<String> troubles = new ArrayList<>();
    private final List<ImageReference> inUse = new ArrayList<>();
    private Sightings ledger = Sightings.NONE;
    private Optional<String> childrenStay = Optional.empty();

    public TestRepository(String name) {
        this.name = RepositoryName.of(name);
    }

    public static TestRepository app() {
        return new TestRepository("app");
    }

    public static Digest digest(String name) {
        return Digest.sha256(name.getBytes(StandardCharsets.UTF_8));
    }

    private static ManifestFacts.Builder manifest(String name, ManifestKind kind) {
        return ManifestFacts.builder()
                .digest(digest(name))
                .mediaType("test")
                .kind(kind)
                .size(100);
    }

    private TestRepository with(ManifestFacts.Builder facts) {
        ManifestFacts built = facts.build();
        manifests.put(built.digest(), built);
        return this;
    }

    /** An image with a configuration and a layer of its own, of 1000 bytes each. */
    public TestRepository image(String name, String created) {
        return with(manifest(name, ManifestKind.IMAGE)
                .createdByConfig(created)
                .config(digest(name + " config"))
                .addBlobs(blob(name + " config"), blob(name + " layer")));
    }

    /** An image for a platform. */
    public TestRepository imageOn(String name, String platform) {
        return with(manifest(name, ManifestKind.IMAGE).platform(platform));
    }

    /** An image that shares its layer with others. */
    public TestRepository image(String name, String created, String layer) {
        return with(manifest(name, ManifestKind.IMAGE)
                .createdByConfig(created)
                .config(digest(name + " config"))
                .addBlobs(blob(name + " config"), blob(layer)));
    }

    /** An image of schema 1, which does not say how large its layer is. */
    public TestRepository schema1(String name, String layer) {
        return with(manifest(name, ManifestKind.IMAGE)
                .addBlobs(BlobFacts.builder().digest(digest(layer)).size(-1).build()));
    }

    private static BlobFacts blob(String name) {
        return BlobFacts.builder().digest(digest(name)).size(1000).build();
    }

    public TestRepository index(String name, String... children) {
        ManifestFacts.Builder index = manifest(name, ManifestKind.INDEX);
        for (String child : children) {
            index.addChildren(ChildFacts.builder().digest(digest(child)).build());
        }
        return with(index);
    }

    public TestRepository referrer(String name, String subject) {
        return with(manifest(name, ManifestKind.SIGNATURE).subject(digest(subject)));
    }

    public TestRepository attestation(String name) {
        return with(manifest(name, ManifestKind.ATTESTATION));
    }

    public TestRepository artifactOn(String name, String platform) {
        return with(manifest(name, ManifestKind.ARTIFACT).platform(platform));
    }

    public TestRepository artifact(String name) {
        return with(manifest(name, ManifestKind.ARTIFACT));
    }

    public TestRepository missing(String name) {
        missing.add(digest(name));
        return this;
    }

    public TestRepository tag(String tag, String name) {
        tags.put(Tag.of(tag), digest(name));
        return this;
    }

    /** A tag, and an image of its own. */
    public TestRepository tagged(String tag, String created) {
        return image(tag, created).tag(tag, tag);
    }

    public TestRepository dangling(String tag) {
        dangling.add(Tag.of(tag));
        return this;
    }

    public TestRepository trouble(String what) {
        troubles.add(what);
        return this;
    }

    public TestRepository inUse(String reference) {
        inUse.add(ImageReference.parse(reference));
        return this;
    }

    public TestRepository ledger(Sightings seen) {
        ledger = seen;
        return this;
    }

    public TestRepository childrenStay(String because) {
        childrenStay = Optional.of(because);
        return this;
    }

    /** A cosign tag of a manifest. */
    public static String signatureTag(String subject) {
        return digest(subject).toString().replace(':', '-') + ".sig";
    }

    public RepositoryFacts facts() {
        return RepositoryFacts.builder()
                .name(name)
                .tags(tags)
                .danglingTags(dangling)
                .manifests(manifests)
                .missing(missing)
                .troubles(troubles)
                .build();
    }

    public RepositoryJudgement judged(Policy policy) {
        RepositoryGraph graph = new RepositoryGraph(facts());
        References references = new References(Map.of(name, graph), Set.of("here:5000"));
        references.keep(policy.keep());
        references.use(inUse);
        return new RepositoryJudge(
                        policy, NOW, graph, new Ages(policy.ages(), ledger, List.of(), graph, NOW), missing::contains)
                .judge(references.of(name), childrenStay);
    }

    public Verdicts verdicts(Policy policy) {
        return Verdicts.of(judged(policy));
    }

    /** What goes by name, of the names given. */
    public static List<String> going(Verdicts verdicts, String... names) {
        List<String> going = new ArrayList<>();
        for (String one : names) {
            if (verdicts.goes(digest(one))) {
                going.add(one);
            }
        }
        return going;
    }
}
