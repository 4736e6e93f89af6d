package io.github.registryclient.testkit.registry.store;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

/** What a collection found. Immutable. */
public final class Garbage {
    private final Set<Digest> marked;
    private final Map<RepositoryName, Set<Digest>> manifests;
    private final Map<Digest, Long> contents;
    private final Map<String, Long> uploads;

    Garbage(
            Set<Digest> marked,
            Map<RepositoryName, Set<Digest>> manifests,
            Map<Digest, Long> contents,
            Map<String, Long> uploads) {
        this.marked = Collections.unmodifiableSet(marked);
        this.manifests = Collections.unmodifiableMap(manifests);
        this.contents = Collections.unmodifiableMap(contents);
        this.uploads = Collections.unmodifiableMap(uploads);
    }

    /** The digests of the bytes that stay. */
    public Set<Digest> marked() {
        return marked;
    }

    /** The manifests that go although nobody deleted them. */
    public Map<RepositoryName, Set<Digest>> manifests() {
        return manifests;
    }

    /** Those of one repository. */
    Set<Digest> manifests(RepositoryName name) {
        return manifests.getOrDefault(name, Set.of());
    }

    /** The bytes that go: digests and sizes. */
    public Map<Digest, Long> contents() {
        return contents;
    }

    /** The unfinished uploads that go because of their age: names and sizes. */
    public Map<String, Long> uploads() {
        return uploads;
    }
}
