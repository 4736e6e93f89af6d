package io.github.registryclient.tests.apply;

import io.github.registryclient.error.NotFoundException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.process.RegistryProcess;
import io.github.registryclient.testkit.process.RegistryProgram;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;

/** A real registry, which is asked for everything that was pushed to it. */
final class RealHome implements Home {
    private final RegistryProcess process;
    private final Collection<SampleRepository> pushed;

    RealHome(RegistryProgram program, Collection<SampleRepository> pushed) {
        this.process = RegistryProcess.start(program);
        this.pushed = List.copyOf(pushed);
    }

    @Override
    public URI uri() {
        return process.uri();
    }

    @Override
    public State state() {
        State state = new State();
        try (HttpRegistryClient client = HttpRegistryClient.connect(uri().toString())) {
            for (SampleRepository repository : pushed) {
                for (SampleManifest manifest : repository.manifests()) {
                    read(client, repository.name(), manifest.digest(), state);
                }
                tags(client, repository.name(), state);
            }
        }
        return state;
    }

    private static void read(HttpRegistryClient client, RepositoryName repository, Digest digest, State state) {
        try {
            byte[] bytes = client.getManifest(repository, digest).bytes();
            state.manifest(repository, digest, new String(bytes, StandardCharsets.ISO_8859_1));
        } catch (NotFoundException gone) {
            // that is what is to be known
        }
    }

    private static void tags(HttpRegistryClient client, RepositoryName repository, State state) {
        try {
            for (Tag tag : client.listTags(repository)) {
                state.tag(repository, tag, client.getManifestDigest(repository, tag));
            }
        } catch (NotFoundException gone) {
            // a repository without tags, or a tag that shows nothing
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
