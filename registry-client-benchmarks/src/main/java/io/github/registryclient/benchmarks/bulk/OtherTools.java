package io.github.registryclient.benchmarks.bulk;

import io.github.registryclient.benchmarks.report.Timed;
import io.github.registryclient.benchmarks.server.ApacheBench;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** What command-line tools reach on the same registry, for orientation; empty where they are not installed. */
final class OtherTools {
    private final URI registry;
    private final RepositoryName repository;
    private final Map<Tag, Digest> expected;
    private final int inFlight;

    OtherTools(URI registry, RepositoryName repository, Map<Tag, Digest> expected, int inFlight) {
        this.registry = registry;
        this.repository = repository;
        this.expected = expected;
        this.inFlight = inFlight;
    }

    /** {@code ab -k} with HEAD of one manifest over and over: answers a second. */
    OptionalDouble apacheBench() {
        Tag tag = expected.keySet().iterator().next();
        return ApacheBench.head(registry + "/v2/" + repository + "/manifests/" + tag, inFlight, expected.size());
    }

    /** {@code crane digest}, a process a tag, as many side by side: tags a second. */
    OptionalDouble crane(int count) {
        List<Tag> tags = expected.keySet().stream().limit(count).collect(Collectors.toUnmodifiableList());
        try {
            run("crane", "version");
        } catch (IOException notInstalled) {
            return OptionalDouble.empty();
        }
        AtomicInteger next = new AtomicInteger();
        return OptionalDouble.of(Timed.perSecond(inFlight, tags.size(), () -> {
            for (int i = next.getAndIncrement(); i < tags.size(); i = next.getAndIncrement()) {
                craneDigest(tags.get(i));
            }
        }));
    }

    private void craneDigest(Tag tag) {
        try {
            String output =
                    run("crane", "digest", "--insecure", registry.getAuthority() + "/" + repository + ":" + tag);
            if (!output.strip().equals(String.valueOf(expected.get(tag)))) {
                throw new IllegalStateException("crane: " + output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
