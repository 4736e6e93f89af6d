package io.github.registryclient.tests.plan;

import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.RegistrySnapshot;
import io.github.registryclient.testkit.sample.RandomLimits;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A registry that is filled at random and planned for. */
interface PlanHome extends AutoCloseable {
    /** What it takes, and how much of it. */
    RandomLimits limits();

    /** How many manifests a repository gets at most beside that. */
    int mostAdded();

    /** Puts samples into it; the wire knows their blobs. */
    void fill(Collection<SampleRepository> repositories, Wire wire);

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

    /** By what is pushed. */
    HttpClient http();

    /** A client that repeats nothing and is told that it is {@link RandomTimes#NOW}. */
    HttpRegistryClient client();

    /** Whether every plan of it is made by requests of its own; else those of an unchanged registry share their answers. */
    boolean asksAgain();

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
