package io.github.registryclient.testkit.sample;

import io.github.registryclient.name.Digest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Fills one repository of a {@link RandomRegistry}. For one use. */
final class RandomRepository {
    private final Random random;
    private final RandomManifests make;
    private final RandomLimits limits;
    private final List<SampleManifest> elsewhere;
    private final Map<SampleKind, Integer> kinds;
    private final SampleRepository.Builder builder;
    /** Images and indexes that tags lead to and of which nothing is missing, so that more can be built upon them. */
    private final List<SampleManifest> whole = new ArrayList<>();

    private final List<SampleManifest> referrers = new ArrayList<>();
    private final Map<String, SampleManifest> tagged = new LinkedHashMap<>();
    private final List<String> freshTags = new ArrayList<>();
    private final Set<Digest> counted = new HashSet<>();

    RandomRepository(
            String name,
            Random random,
            SampleImages images,
            RandomLimits limits,
            List<SampleManifest> elsewhere,
            Map<SampleKind, Integer> kinds) {
        this.random = random;
        this.make = new RandomManifests(random, images);
        this.limits = limits;
        this.elsewhere = List.copyOf(elsewhere);
        this.kinds = kinds;
        this.builder = SampleRepository.named(name);
    }

    /** What other repositories may have as well. */
    List<SampleManifest> whole() {
        return whole;
    }

    SampleRepository fill() {
        add(SampleKind.IMAGE);
        List<SampleKind> allowed = new ArrayList<>(limits.kinds());
        for (int left = random.nextInt(limits.manifests()); left > 0; left--) {
            add(make.pick(allowed));
        }
        return builder.build();
    }

    private void add(SampleKind kind) {
        switch (kind) {
            case IMAGE:
                tag(kind, make.image());
                break;
            case DOCKER_IMAGE:
                tag(kind, make.dockerImage());
                break;
            case IMAGE_ON_IMAGE:
                tag(kind, make.imageOn(whole.get(0)));
                break;
            case INDEX:
                tag(kind, make.index());
                break;
            case DOCKER_LIST:
                tag(kind, make.dockerList());
                break;
            case NESTED_INDEX:
                tag(kind, make.index(make.index()));
                break;
            case SHARED_CHILD:
                tag(kind, make.index(make.pick(whole)));
                break;
            case ATTESTED_INDEX:
                tag(kind, make.attestedIndex());
                break;
            case BUILD_CACHE:
                tag(kind, make.buildCache());
                break;
            case MIRROR:
                if (!elsewhere.isEmpty()) {
                    tag(kind, make.pick(elsewhere));
                }
                break;
            default:
                addBeside(kind);
        }
    }

    /** What nothing is built upon. */
    private void addBeside(SampleKind kind) {
        SampleManifest subject = make.pick(whole);
        switch (kind) {
            case REFERRER:
                refer(
                        kind,
                        make.referrer(random.nextInt(3) > 0 || referrers.isEmpty() ? subject : make.pick(referrers)));
                break;
            case DANGLING_REFERRER:
                refer(kind, make.referrer(make.image()));
                break;
            case FALLBACK_TAG:
                put(kind, fallbackTag(subject), make.indexOfReferrers(subject));
                break;
            case COSIGN_TAG:
                put(kind, fallbackTag(subject) + ".sig", make.signature(subject));
                break;
            case DANGLING_COSIGN_TAG:
                SampleManifest absent = make.image();
                put(kind, fallbackTag(absent) + ".sig", make.signature(absent));
                break;
            case LEFTOVER:
                SampleManifest leftover = random.nextBoolean() ? make.image() : make.index();
                if (count(kind, leftover)) {
                    builder.untagged(leftover);
                }
                break;
            case MOVED_TAG:
                put(kind, make.pick(freshTags), make.image());
                break;
            case SHARED_DIGEST:
                put(kind, freshTag(), make.pick(new ArrayList<>(tagged.values())));
                break;
            case PARTIAL_INDEX:
                SampleManifest missing = make.image();
                if (put(kind, freshTag(), make.index(missing))) {
                    builder.deleted(missing);
                }
                break;
            default:
                throw new IllegalArgumentException(kind.toString());
        }
    }

    private void tag(SampleKind kind, SampleManifest manifest) {
        String tag = freshTag();
        if (put(kind, tag, manifest)) {
            freshTags.add(tag);
            whole.add(manifest);
        }
    }

    private void refer(SampleKind kind, SampleManifest referrer) {
        if (count(kind, referrer)) {
            builder.untagged(referrer);
            referrers.add(referrer);
        }
    }

    private boolean put(SampleKind kind, String tag, SampleManifest manifest) {
        boolean fits = count(kind, manifest);
        if (fits) {
            builder.tag(tag, manifest);
            tagged.put(tag, manifest);
        }
        return fits;
    }

    private String freshTag() {
        return RandomNames.tag(random, tagged.size());
    }

    private static String fallbackTag(SampleManifest subject) {
        return subject.digest().algorithm() + "-" + subject.digest().encoded();
    }

    /** Counts what is new of it, if there is room. */
    private boolean count(SampleKind kind, SampleManifest manifest) {
        Set<Digest> more = new HashSet<>(counted);
        digests(manifest, more);
        boolean fits = more.size() <= limits.manifests();
        if (fits) {
            counted.addAll(more);
            kinds.merge(kind, 1, Integer::sum);
        }
        return fits;
    }

    private static void digests(SampleManifest manifest, Set<Digest> into) {
        into.add(manifest.digest());
        manifest.children().forEach(child -> digests(child, into));
    }
}
