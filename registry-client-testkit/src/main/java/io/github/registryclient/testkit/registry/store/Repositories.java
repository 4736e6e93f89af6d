package io.github.registryclient.testkit.registry.store;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.registry.synthetic.SyntheticRegistry;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The repositories: those that something was pushed to or deleted from, and the synthetic ones, which are computed until then.
 * Guarded by the store's lock.
 */
final class Repositories {
    private final RepositoryRecords records;
    private final SyntheticRegistry synthetic;
    private final NavigableMap<String, Repository> known = new TreeMap<>();

    private Repositories(RepositoryRecords records, SyntheticRegistry synthetic) {
        this.records = records;
        this.synthetic = synthetic;
    }

    static Repositories load(RepositoryRecords records, Contents contents, SyntheticRegistry synthetic)
            throws IOException {
        Repositories repositories = new Repositories(records, synthetic);
        synthetic.named().forEach(name -> repositories.know(repositories.computed(name)));
        records.load(contents, repositories::read);
        return repositories;
    }

    private Repository computed(RepositoryName name) {
        return new Repository(name, records, new Entries(synthetic.content(name)));
    }

    private void know(Repository repository) {
        String name = repository.name().toString();
        known.put(name, repository);
        synthetic.numbered().hide(name);
    }

    private Repository knownOrNew(RepositoryName name) {
        Repository repository = known.get(name.toString());
        return repository == null ? computed(name) : repository;
    }

    private Entries read(RepositoryName name) {
        Repository repository = knownOrNew(name);
        repository.wasMarked();
        know(repository);
        return repository.entries();
    }

    /** All that are known one by one. */
    Collection<Repository> known() {
        return known.values();
    }

    /** How many there are beside those. */
    int others() {
        return synthetic.numbered().visible();
    }

    Names names(String after, int limit) {
        List<String> listed =
                known.tailMap(after, false).keySet().stream().limit(limit).collect(Collectors.toUnmodifiableList());
        return new Names(listed, synthetic.numbered().after(after), limit);
    }

    Optional<Repository> find(RepositoryName name) {
        Repository repository = known.get(name.toString());
        if (repository != null) {
            return Optional.of(repository);
        }
        return synthetic.numbered().number(name.toString()).isPresent()
                ? Optional.of(computed(name))
                : Optional.empty();
    }

    /** The repository, made if there is none. */
    Repository used(RepositoryName name) throws IOException {
        Repository repository = knownOrNew(name);
        repository.mark();
        know(repository);
        return repository;
    }

    /** What a manifest without bytes needs is not known, so nothing can be called garbage. */
    static void requireWhole(Iterable<Repository> repositories, Map<Digest, Long> sizes) throws IOException {
        for (Repository repository : repositories) {
            for (StoredManifest manifest : repository.entries().manifests()) {
                if (sizes.getOrDefault(manifest.digest(), manifest.size()) != manifest.size()) {
                    throw new IOException("the manifest " + manifest.digest() + " of " + repository.name()
                            + " has not all its bytes");
                }
            }
        }
    }

    /** Takes something out of a repository; one that was only computed is known from then on. */
    boolean change(RepositoryName name, Change change) throws IOException {
        Optional<Repository> repository = find(name);
        boolean changed = repository.isPresent() && change.apply(repository.get());
        if (changed) {
            know(repository.orElseThrow());
        }
        return changed;
    }

    /** Takes something out of a repository, and says whether it was there. */
    interface Change {
        boolean apply(Repository repository) throws IOException;
    }
}
