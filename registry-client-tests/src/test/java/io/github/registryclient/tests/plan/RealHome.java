package io.github.registryclient.tests.plan;

import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.RegistrySnapshot;
import io.github.registryclient.testkit.process.RegistryProcess;
import io.github.registryclient.testkit.process.RegistryProgram;
import io.github.registryclient.testkit.sample.RandomLimits;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleRepository;
import io.github.registryclient.testkit.sample.UncooperativeRegistryException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.util.Collection;
import java.util.List;

/**
 * A real registry behind a {@link Doorway}. An embedded one gets all that it gets, and is what the second evaluator knows it by: so a
 * real registry that has something else than what was put into it is a difference too.
 */
final class RealHome implements PlanHome {
    private final EmbeddedRegistry twin = EmbeddedRegistry.start();
    private final HttpClient http = HttpClient.newHttpClient();
    private final RegistryProcess process;
    private final Doorway doorway;

    RealHome(RegistryProgram program) {
        process = RegistryProcess.start(program);
        doorway = new Doorway(process.uri());
    }

    /** Less than the embedded one gets: every request goes to both. */
    @Override
    public RandomLimits limits() {
        return RandomLimits.defaults()
                .withRepositories(3)
                .withManifests(8)
                .acceptedBy(process.program().name());
    }

    @Override
    public int mostAdded() {
        return 8;
    }

    @Override
    public void fill(Collection<SampleRepository> repositories, Wire wire) {
        RegistryFiller.of(twin.uri()).pushAll(repositories);
        try {
            RegistryFiller.of(process.uri()).pushAll(repositories);
        } catch (UncooperativeRegistryException busy) {
            // 2.8 now and then does not find a blob that two pushes bring at a time.
            RegistryFiller.of(process.uri()).pushAll(repositories);
        }
    }

    @Override
    public List<URI> pushedTo() {
        return List.of(twin.uri(), process.uri());
    }

    @Override
    public boolean asksAgain() {
        return true;
    }

    @Override
    public RegistrySnapshot snapshot() {
        return twin.snapshot();
    }

    @Override
    public boolean listsReferrers() {
        return false;
    }

    /** 2.8 answers 500 where a blob is asked for as a manifest. */
    @Override
    public boolean tellsBlobsFromManifests() {
        return !process.program().name().equals(RegistryProgram.DISTRIBUTION_2);
    }

    @Override
    public void danglingTags(RepositoryName repository, Digest manifest) {
        if (keepsFiles()) {
            twin.damage().danglingTags(repository, manifest);
            unlink(repository, "_manifests/revisions", manifest);
        }
    }

    @Override
    public void missingBlob(RepositoryName repository, Digest blob) {
        if (keepsFiles()) {
            twin.damage().missingBlob(repository, blob);
            unlink(repository, "_layers", blob);
        }
    }

    /** With crane, tags are whole manifests, and a blob is in every repository. */
    private boolean keepsFiles() {
        return !process.program().name().equals(RegistryProgram.CRANE);
    }

    private void unlink(RepositoryName repository, String kind, Digest digest) {
        try {
            Files.delete(process.storage()
                    .resolve("docker/registry/v2/repositories")
                    .resolve(repository + "/" + kind)
                    .resolve(digest.algorithm() + "/" + digest.encoded() + "/link"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public HttpClient http() {
        return http;
    }

    @Override
    public HttpRegistryClient client() {
        return HttpRegistryClient.builder(doorway.uri().toString()).retries(0).build();
    }

    @Override
    public void forgetRequests() {
        doorway.forgetRequests();
    }

    @Override
    public void spoil(String path) {
        doorway.spoil(path);
    }

    @Override
    public Collection<String> methods() {
        return doorway.methods();
    }

    @Override
    public void close() {
        doorway.close();
        process.close();
        twin.close();
    }
}
