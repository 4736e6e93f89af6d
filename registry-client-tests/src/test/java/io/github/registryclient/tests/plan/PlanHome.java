package io.github.registryclient.tests.plan;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.RegistrySnapshot;
import io.github.registryclient.testkit.sample.RandomLimits;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A registry that is filled at random and planned for. */
interface PlanHome extends AutoCloseable {
    /** What it takes, and how much of it. */
    RandomLimits limits();

    /** How many manifests a repository gets at most beside that. */
    int mostAdded();

    /** Puts samples into it. */
    void fill(Collection<SampleRepository> repositories);

    /** Where everything else is to be pushed. */
    List<URI> pushedTo();

    /** All that it has. */
    RegistrySnapshot snapshot();

    /** Whether it says what hangs on a manifest. */
    boolean listsReferrers();

    /** Whether it can tell of every digest whether it is a manifest's, also of a layer's. */
    boolean tellsBlobsFromManifests();

    /** Takes a manifest away and leaves its tags, where such a thing can happen. */
    void danglingTags(RepositoryName repository, Digest manifest);

    /** Takes a blob away that manifests need, where such a thing can happen. */
    void missingBlob(RepositoryName repository, Digest blob);

    /** Where a client may ask now; it is told that it is {@link RandomTimes#NOW}. */
    URI open();

    /** Forgets what was sent so far. */
    void forgetRequests();

    /** The embedded registry, if it is one: it can be told to do what real ones do not on command. */
    default Optional<EmbeddedHome> embedded() {
        return Optional.empty();
    }

    /** Answers 500 at a path from now on. */
    void spoil(String path);

    /** The methods of what clients sent, each once or more often. */
    Collection<String> methods();

    @Override
    void close();
}
