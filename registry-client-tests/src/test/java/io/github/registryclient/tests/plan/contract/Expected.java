package io.github.registryclient.tests.plan.contract;

import io.github.registryclient.cleanup.judge.Verdict;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.sample.SampleManifest;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What a plan has to say, written down by hand, and the bytes that follow from it. For one thread. */
final class Expected {
    private final Map<RepositoryName, Map<Tag, Verdict>> tags = new HashMap<>();
    private final Map<RepositoryName, Map<Digest, Verdict>> manifests = new HashMap<>();
    private final Map<Digest, Long> going = new HashMap<>();
    private final Map<Digest, Long> staying = new HashMap<>();

    Expected tag(RepositoryName repository, String tag, Verdict verdict) {
        tags.computeIfAbsent(repository, first -> new TreeMap<>()).put(Tag.of(tag), verdict);
        return this;
    }

    Expected stay(RepositoryName repository, SampleManifest... some) {
        for (SampleManifest one : some) {
            stays(repository, Part.of(one));
        }
        return this;
    }

    Expected go(RepositoryName repository, SampleManifest... some) {
        for (SampleManifest one : some) {
            goes(repository, Part.of(one));
        }
        return this;
    }

    Expected stays(RepositoryName repository, Part part) {
        staying.putAll(part.bytes());
        return manifest(repository, part, Verdict.KEEP);
    }

    Expected goes(RepositoryName repository, Part part) {
        going.putAll(part.bytes());
        return manifest(repository, part, Verdict.DELETE);
    }

    private Expected manifest(RepositoryName repository, Part part, Verdict verdict) {
        manifests.computeIfAbsent(repository, first -> new HashMap<>()).put(part.digest(), verdict);
        return this;
    }

    Map<RepositoryName, Map<Tag, Verdict>> tags() {
        return tags;
    }

    Map<RepositoryName, Map<Digest, Verdict>> manifests() {
        return manifests;
    }

    /** What goes and is needed by nothing that stays, each once. */
    Map<Digest, Long> freed() {
        Map<Digest, Long> freed = new HashMap<>(going);
        freed.keySet().removeAll(staying.keySet());
        return freed;
    }

    static long sum(Map<Digest, Long> bytes) {
        return bytes.values().stream().mapToLong(Long::longValue).sum();
    }
}
