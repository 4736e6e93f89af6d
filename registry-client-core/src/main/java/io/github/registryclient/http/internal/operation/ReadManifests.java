package io.github.registryclient.http.internal.operation;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Which digests were read as manifests, and where: the last ones that were, up to a limit. Thread-safe. */
final class ReadManifests {
    private static final int LIMIT = 10_000;

    private final Set<String> last = Collections.synchronizedSet(Collections.newSetFromMap(new Bounded()));

    void add(RepositoryName repository, Digest digest) {
        last.add(key(repository, digest));
    }

    boolean contains(RepositoryName repository, Digest digest) {
        return last.contains(key(repository, digest));
    }

    private static String key(RepositoryName repository, Digest digest) {
        return repository + "@" + digest;
    }

    private static final class Bounded extends LinkedHashMap<String, Boolean> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > LIMIT;
        }
    }
}
