package io.github.registryclient.tests.plan;

import io.github.registryclient.manifest.MediaTypes;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.ManifestSnapshot;
import io.github.registryclient.testkit.RepositorySnapshot;
import io.github.registryclient.testkit.sample.RandomRegistry;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Fills a registry with what {@link RandomRegistry} draws, and with what clean-up looks at beside: dates in tags, configurations and
 * annotations, labels, versions, tags that follow a subject, and things that are missing.
 */
final class RandomContent {
    private static final List<String> BRANCHES = List.of("main", "dev", "fix-x");
    private static final List<String> SUFFIXES = List.of(".sig", ".att", ".sbom", "");

    private final PlanHome home;
    private final Wire wire;
    private final Random random;
    private final RandomTimes times;
    private final RandomDocuments documents;

    RandomContent(PlanHome home, Wire wire, Random random) {
        this.home = home;
        this.wire = wire;
        this.random = random;
        this.times = new RandomTimes(random);
        this.documents = new RandomDocuments(wire, random, times);
    }

    void fill(long seed) {
        RandomRegistry base = RandomRegistry.of(seed, home.limits());
        base.repositories().forEach(wire::remember);
        home.fill(base.repositories(), wire);
        for (SampleRepository repository : base.repositories()) {
            add(repository.name().toString());
        }
        for (SampleRepository repository : base.repositories()) {
            copyInPart(repository.name().toString());
        }
    }

    /** What happens to a registry between two looks: some comes, some moves, some goes. */
    void change() {
        for (RepositoryName repository : home.snapshot().repositories().keySet()) {
            String name = repository.toString();
            for (int left = random.nextInt(4);
                    left > 0 && !snapshot(name).manifests().isEmpty();
                    left--) {
                change(name);
            }
        }
    }

    private void change(String repository) {
        List<Tag> tags = new ArrayList<>(snapshot(repository).tags().keySet());
        switch (random.nextInt(5)) {
            case 0:
                retag(repository, tags.isEmpty() ? tag() : pick(tags).toString());
                break;
            case 1:
                if (!tags.isEmpty()) {
                    wire.delete(repository, pick(tags).toString());
                }
                break;
            case 2:
                if (snapshot(repository).manifests().size() > 2) {
                    wire.delete(repository, any(repository));
                }
                break;
            case 3:
                index(repository);
                break;
            default:
                String name = tags.isEmpty() || random.nextBoolean()
                        ? tag()
                        : pick(tags).toString();
                push(repository, name, MediaTypes.OCI_MANIFEST, documents.image(repository));
        }
    }

    /** What no registry should lose, and some do. */
    void damage() {
        home.snapshot().repositories().keySet().forEach(this::damage);
    }

    private void add(String repository) {
        for (int left = random.nextInt(home.mostAdded()); left > 0; left--) {
            switch (random.nextInt(8)) {
                case 0:
                    index(repository);
                    break;
                case 1:
                    follower(repository);
                    break;
                case 2:
                    retag(repository, tag());
                    break;
                case 3:
                    if (home.embedded().isEmpty()) {
                        push(repository, tag(), MediaTypes.OCI_MANIFEST, documents.image(repository));
                    } else if (random.nextBoolean()) {
                        push(repository, tag(), MediaTypes.DOCKER_SCHEMA1, documents.schema1(repository));
                    } else {
                        push(repository, tag(), MediaTypes.DOCKER_MANIFEST, documents.foreign(repository));
                    }
                    break;
                default:
                    push(repository, tag(), MediaTypes.OCI_MANIFEST, documents.image(repository));
            }
        }
    }

    private void index(String repository) {
        List<String> children = new ArrayList<>();
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            String digest = random.nextBoolean() ? any(repository) : "";
            if (digest.isEmpty()) {
                String image = documents.image(repository);
                digest = push(repository, "", MediaTypes.OCI_MANIFEST, image);
            }
            children.add(documents.entry(digest, snapshot(repository)));
        }
        push(repository, random.nextInt(5) == 0 ? "" : tag(), MediaTypes.OCI_INDEX, documents.index(children));
    }

    /** A manifest that names a subject, a tag that does, or both. */
    private void follower(String repository) {
        String subject = random.nextInt(6) == 0 ? Wire.digest("nobody" + random.nextInt()) : any(repository);
        boolean byTag = random.nextBoolean();
        String json =
                byTag && random.nextBoolean() ? documents.image(repository) : documents.referrer(repository, subject);
        String tag = byTag ? subject.replace(':', '-') + pick(SUFFIXES) : random.nextBoolean() ? tag() : "";
        push(repository, tag, MediaTypes.OCI_MANIFEST, json);
    }

    private void retag(String repository, String tag) {
        String digest = any(repository);
        ManifestSnapshot manifest = snapshot(repository).manifests().get(Digest.of(digest));
        boolean whole = Parsed.childrenOf(text(manifest)).stream()
                .allMatch(child -> snapshot(repository).manifests().containsKey(Digest.of(child)));
        if (whole) { // a registry takes no other
            wire.manifest(repository, tag, manifest.mediaType(), text(manifest));
        }
    }

    /** What another repository has too, without one of its children. */
    private void copyInPart(String from) {
        if (random.nextInt(3) > 0) {
            return;
        }
        String to =
                pick(new ArrayList<>(home.snapshot().repositories().keySet())).toString();
        for (Map.Entry<Digest, ManifestSnapshot> one :
                snapshot(from).manifests().entrySet()) {
            List<String> children = Parsed.childrenOf(text(one.getValue()));
            if (!to.equals(from) && !children.isEmpty() && random.nextBoolean() && copied(from, to, children)) {
                wire.manifest(to, tag(), one.getValue().mediaType(), text(one.getValue()));
                if (random.nextBoolean() && isUntagged(to, children.get(0))) {
                    wire.delete(to, children.get(0));
                }
                return;
            }
        }
    }

    private boolean isUntagged(String repository, String digest) {
        return !snapshot(repository).tags().containsValue(Digest.of(digest));
    }

    /** Whether all of them are images that could be copied. */
    private boolean copied(String from, String to, List<String> children) {
        for (String child : children) {
            ManifestSnapshot manifest = snapshot(from).manifests().get(Digest.of(child));
            if (manifest == null || !Parsed.childrenOf(text(manifest)).isEmpty()) {
                return false;
            }
        }
        for (String child : children) {
            ManifestSnapshot manifest = snapshot(from).manifests().get(Digest.of(child));
            for (String blob : Parsed.blobsOf(text(manifest))) {
                wire.raw(to, blob);
            }
            wire.manifest(to, child, manifest.mediaType(), text(manifest));
        }
        return true;
    }

    private void damage(RepositoryName repository) {
        RepositorySnapshot now = snapshot(repository.toString());
        if (random.nextInt(4) == 0 && !now.tags().isEmpty()) {
            home.danglingTags(repository, pick(new ArrayList<>(now.tags().values())));
        }
        if (random.nextInt(4) == 0 && !now.blobs().isEmpty()) {
            Digest blob = pick(new ArrayList<>(now.blobs().keySet()));
            long homes = home.snapshot().repositories().values().stream()
                    .filter(one -> one.blobs().containsKey(blob))
                    .count();
            if (homes == 1) { // else its content is known from elsewhere
                home.missingBlob(repository, blob);
            }
        }
    }

    private String push(String repository, String tag, String type, String json) {
        String digest = Wire.digest(json);
        wire.manifest(repository, tag.isEmpty() ? digest : tag, type, json);
        return digest;
    }

    private String any(String repository) {
        return pick(new ArrayList<>(snapshot(repository).manifests().keySet())).toString();
    }

    private RepositorySnapshot snapshot(String repository) {
        return home.snapshot().repository(repository);
    }

    private static String text(ManifestSnapshot manifest) {
        return new String(manifest.bytes(), StandardCharsets.UTF_8);
    }

    private String tag() {
        int number = random.nextInt(4);
        String version = (random.nextBoolean() ? "v" : "") + "1." + random.nextInt(3) + "." + number;
        switch (random.nextInt(10)) {
            case 0:
                return version;
            case 1:
                return version + "-rc." + random.nextInt(3);
            case 2:
                return version + "-" + times.stamp();
            case 3:
                return "pr-" + random.nextInt(20);
            case 4:
                return "latest";
            case 5:
                return pick(BRANCHES) + "-d" + times.day();
            case 6:
                return "1." + random.nextInt(4);
            default:
                return pick(BRANCHES) + "-" + times.stamp();
        }
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
