package io.github.registryclient.tests.campaign;

import io.github.registryclient.manifest.MediaTypes;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Reference;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.process.RegistryProcess;
import io.github.registryclient.testkit.process.RegistryProgram;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleBlob;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import io.github.registryclient.testkit.sample.UncooperativeRegistryException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A real registry. What it holds is asked for piece by piece, of all that was ever put into it, by the JDK's bare client. */
final class RealTarget implements Target {
    private final RealDoor entrance;
    private final RegistryProcess process;
    private Optional<BackDoor> door;
    private final Map<RepositoryName, SampleRepository> pushed = new ConcurrentHashMap<>();
    private final Map<RepositoryName, Set<Tag>> tags = new ConcurrentHashMap<>();

    RealTarget(Mixture mixture, RegistryProgram program) {
        entrance = new RealDoor(mixture.account(), program);
        process = RegistryProcess.start(program, entrance.options());
        door = Optional.of(new BackDoor(entrance.filler(process.uri())));
    }

    @Override
    public URI uri() {
        return process.uri();
    }

    @Override
    public String name() {
        return process.program().toString();
    }

    @Override
    public void push(Collection<SampleRepository> repositories) {
        try {
            filler().pushAll(repositories);
        } catch (UncooperativeRegistryException busy) {
            filler().pushAll(repositories); // 2.8 now and then does not find a blob that two pushes bring at a time
        }
        repositories.forEach(repository -> {
            pushed.put(repository.name(), repository);
            tags.put(repository.name(), ConcurrentHashMap.newKeySet());
            tags.get(repository.name()).addAll(repository.tagged().keySet());
        });
    }

    @Override
    public void tag(RepositoryName repository, Reference tag, SampleManifest manifest) {
        tags.get(repository).add((Tag) tag);
        filler().putManifest(repository, tag, manifest);
    }

    @Override
    public Contents contents(RepositoryName repository) {
        SampleRepository sample = pushed.get(repository);
        Set<Digest> manifests = new HashSet<>();
        for (SampleManifest manifest : sample.manifests()) {
            if (shows(repository, manifest.digest())) {
                manifests.add(manifest.digest());
            }
        }
        Map<Tag, Digest> pointed = new HashMap<>();
        for (Tag tag : tags.get(repository)) {
            byte[] manifest = manifest(repository, tag);
            if (manifest.length > 0) {
                pointed.put(tag, RepositoryWork.sha256(manifest));
            }
        }
        Set<Digest> blobs = new HashSet<>();
        for (SampleBlob blob : sample.blobs()) {
            if (filler().hasBlob(repository, blob.digest())) {
                blobs.add(blob.digest());
            }
        }
        return new Contents(manifests, pointed, blobs);
    }

    @Override
    public boolean shows(RepositoryName repository, Digest digest) {
        return filler().hasManifest(repository, digest);
    }

    @Override
    public boolean stores(RepositoryName repository, Digest blob) {
        return filler().hasBlob(repository, blob);
    }

    /** Its bytes; none where there is no manifest. */
    private byte[] manifest(RepositoryName repository, Reference reference) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        process.uri().resolve("/v2/" + repository + "/manifests/" + reference))
                .header("Accept", String.join(", ", MediaTypes.manifests()));
        entrance.authorization(repository).ifPresent(value -> request.header("Authorization", value));
        try {
            HttpResponse<byte[]> answer =
                    door.orElseThrow().http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return answer.statusCode() == 200 ? answer.body() : new byte[0];
        } catch (IOException e) {
            throw new IllegalStateException("the back door is closed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private RegistryFiller filler() {
        return door.orElseThrow().filler;
    }

    @Override
    public void closeBackDoor() {
        door = Optional.empty();
    }

    @Override
    public void close() {
        process.close();
        entrance.close();
    }

    /** Has clients of the JDK, whose threads end when they are collected. */
    private static final class BackDoor {
        private final RegistryFiller filler;
        private final HttpClient http = HttpClient.newHttpClient();

        private BackDoor(RegistryFiller filler) {
            this.filler = filler;
        }
    }
}
