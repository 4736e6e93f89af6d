package io.github.registryclient.tests.plan;

import io.github.registryclient.cleanup.judge.Verdict;
import io.github.registryclient.cleanup.policy.ImageReference;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.testkit.sample.ImageSpec;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import io.github.registryclient.tests.ProjectTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The worked examples of {@code docs/policy.md}, as they stand there: a policy, what is in the registry, and verdicts. */
final class PolicyPage {
    private final List<String> lines;

    private PolicyPage(List<String> lines) {
        this.lines = lines;
    }

    static PolicyPage read() {
        try {
            return new PolicyPage(Files.readAllLines(ProjectTree.root().resolve("docs/policy.md")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Policy policy(String name) {
        return Policy.parse(String.join("\n", block("policy", name)));
    }

    /** Repositories with the tags that are listed: one image for each name. */
    List<SampleRepository> content(String name) {
        return content(name, List.of(), List.of());
    }

    /** The same with lines of that form added, and without some tags. */
    List<SampleRepository> content(String name, List<String> added, List<String> without) {
        List<String> all = new ArrayList<>(block("content", name));
        all.addAll(added);
        all.removeIf(line -> without.stream().anyMatch(tag -> line.startsWith(tag + " ")));
        SampleImages images = SampleImages.seeded(name.hashCode());
        Map<String, SampleManifest> byName = new HashMap<>();
        Map<String, SampleRepository.Builder> repositories = new LinkedHashMap<>();
        for (String line : all) {
            String[] columns = line.split(" +", -1);
            ImageReference reference = ImageReference.parse(columns[0]);
            SampleManifest image = byName.computeIfAbsent(
                    columns[2], first -> images.image(ImageSpec.defaults().createdAt(Instant.parse(columns[1]))));
            repositories
                    .computeIfAbsent(reference.repository().toString(), SampleRepository::named)
                    .tag(reference.tag().orElseThrow().toString(), image);
        }
        return repositories.values().stream()
                .map(SampleRepository.Builder::build)
                .collect(Collectors.toList());
    }

    /** The lines of the fenced block after a mark. */
    private List<String> block(String kind, String name) {
        return after(kind, name).skip(1).takeWhile(line -> !line.equals("```")).collect(Collectors.toList());
    }

    /** What the table says of each tag. */
    Map<ImageReference, Verdict> verdicts(String name) {
        Map<ImageReference, Verdict> verdicts = new LinkedHashMap<>();
        after("verdicts", name).skip(2).takeWhile(line -> line.startsWith("|")).forEach(line -> {
            String[] cells = line.split(" *\\| *", -1);
            verdicts.put(
                    ImageReference.parse(cells[1].replace("`", "")),
                    Verdict.valueOf(cells[2].toUpperCase(Locale.ROOT)));
        });
        return verdicts;
    }

    private Stream<String> after(String kind, String name) {
        int mark = lines.indexOf("<!-- " + kind + " " + name + " -->");
        if (mark < 0) {
            throw new AssertionError("docs/policy.md has no mark <!-- " + kind + " " + name + " -->");
        }
        return lines.stream().skip(mark + 1L);
    }
}
