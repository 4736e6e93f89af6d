package io.github.registryclient.examples;

import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.RepositorySnapshot;
import io.github.registryclient.testkit.sample.ImageSpec;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An embedded registry with three old builds and a release, a policy by which the builds go, and a place for all files. */
final class CleanupBench implements AutoCloseable {
    static final List<String> OLD = List.of("main-201806041925", "main-201806051925", "main-201806061925");
    static final String POLICY = "{\"policyVersion\": 1, \"rules\": [{\"name\": \"old builds\", \"action\": \"delete\","
            + " \"tags\": {\"include\": [\"main-*\"]}, \"olderThan\": \"90d\", \"maxShare\": 1}]}";

    final EmbeddedRegistry registry = EmbeddedRegistry.start();
    final Path folder;
    final Path policy;
    final Path plan;
    final Path report;
    final Path journal;

    CleanupBench(Path folder) throws IOException {
        this.folder = folder;
        this.policy = Files.writeString(folder.resolve("policy.json"), POLICY);
        this.plan = folder.resolve("plan.json");
        this.report = folder.resolve("report.json");
        this.journal = folder.resolve("journal");
        SampleImages images = SampleImages.seeded(1);
        SampleManifest release = images.image(ImageSpec.defaults().createdAt(Instant.parse("2018-09-25T16:50:00Z")));
        SampleRepository.Builder web = SampleRepository.named("shop/web").tag("latest", release);
        OLD.forEach(tag -> web.tag(tag, images.image(ImageSpec.defaults())));
        RegistryFiller.of(registry.uri()).push(web.build());
        registry.clearRequests();
    }

    String url() {
        return registry.uri().toString();
    }

    CommandRun plan(String... more) {
        return run(List.of("plan", url(), "--policy", policy.toString(), "--out", plan.toString()), more);
    }

    CommandRun apply(String... more) {
        return run(
                List.of("apply", plan.toString(), "--journal", journal.toString(), "--report", report.toString()),
                more);
    }

    CommandRun cleanup(String... more) {
        return run(List.of("cleanup", url(), "--policy", policy.toString(), "--journal", journal.toString()), more);
    }

    CommandRun undo(String... more) {
        return run(List.of("undo", "--journal", journal.toString()), more);
    }

    private static CommandRun run(List<String> command, String... more) {
        List<String> args = new ArrayList<>(command);
        args.addAll(List.of(more));
        return CommandRun.of(args.toArray(new String[0]));
    }

    RepositorySnapshot web() {
        return registry.snapshot().repositories().get(RepositoryName.of("shop/web"));
    }

    List<String> tags() {
        List<String> tags = new ArrayList<>();
        for (Tag tag : web().tags().keySet()) {
            tags.add(tag.toString());
        }
        tags.sort(null);
        return tags;
    }

    @Override
    public void close() {
        registry.close();
    }
}
