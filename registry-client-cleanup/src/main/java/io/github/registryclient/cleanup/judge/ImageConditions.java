package io.github.registryclient.cleanup.judge;

import io.github.registryclient.cleanup.graph.ChildFacts;
import io.github.registryclient.cleanup.graph.ManifestFacts;
import io.github.registryclient.cleanup.graph.RepositoryGraph;
import io.github.registryclient.cleanup.policy.Across;
import io.github.registryclient.cleanup.policy.NamePattern;
import io.github.registryclient.cleanup.policy.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a rule says of the images of a candidate: labels, annotations and platforms, of any of them or of all. */
final class ImageConditions {
    private final Rule rule;
    private final RepositoryGraph graph;

    ImageConditions(Rule rule, RepositoryGraph graph) {
        this.rule = rule;
        this.graph = graph;
    }

    Finding of(Candidate candidate) {
        if (rule.across().isEmpty()) {
            return Finding.YES;
        }
        if (candidate.manifest().isEmpty()) {
            return Finding.NO;
        }
        Map<List<Object>, Optional<Truth>> known = new HashMap<>();
        Truth truth = of(candidate.manifest().get(), Optional.empty(), Map.of(), known)
                .orElse(Truth.NO);
        return Finding.of(truth, truth == Truth.UNKNOWN ? "one of its images was not read" : "");
    }

    /** Empty if there is no image in it. What is reached on many ways is looked at once. */
    private Optional<Truth> of(
            ManifestFacts manifest,
            Optional<String> platform,
            Map<String, String> inherited,
            Map<List<Object>, Optional<Truth>> known) {
        List<Object> key = List.of(manifest.digest(), platform, inherited);
        Optional<Truth> before = known.putIfAbsent(key, Optional.empty()); // of an index within itself, too
        if (before != null) {
            return before;
        }
        Map<String, String> annotations = new HashMap<>(inherited);
        annotations.putAll(manifest.annotations());
        Optional<Truth> truth = manifest.children().isEmpty()
                ? Optional.of(Truth.of(holds(manifest, platform.or(manifest::platform), annotations)))
                : ofChildren(manifest, annotations, known);
        known.put(key, truth);
        return truth;
    }

    private Optional<Truth> ofChildren(
            ManifestFacts index, Map<String, String> annotations, Map<List<Object>, Optional<Truth>> known) {
        List<ChildFacts> children =
                index.children().stream().filter(child -> !child.attestation()).collect(Collectors.toList());
        List<ChildFacts> images = children.stream().filter(this::isContent).collect(Collectors.toList());
        Optional<Truth> all = Optional.empty();
        for (ChildFacts child : images.isEmpty() ? children : images) {
            Optional<ManifestFacts> read = graph.manifest(child.digest());
            Optional<Truth> one =
                    read.isEmpty() ? Optional.of(Truth.UNKNOWN) : of(read.get(), child.platform(), annotations, known);
            all = all.isPresent() && one.isPresent() ? Optional.of(both(all.get(), one.get())) : all.or(() -> one);
        }
        return all;
    }

    private Truth both(Truth one, Truth other) {
        return rule.across().orElseThrow() == Across.ANY ? one.or(other) : one.and(other);
    }

    /** What only speaks of images may lie in an index beside them. */
    private boolean isContent(ChildFacts child) {
        return graph.manifest(child.digest())
                .filter(read -> read.kind().isAboutOthers())
                .isEmpty();
    }

    private boolean holds(ManifestFacts image, Optional<String> platform, Map<String, String> annotations) {
        return haveAll(rule.labels(), image.labels())
                && haveAll(rule.annotations(), annotations)
                && (rule.platforms().isEmpty() || platform.filter(this::isOn).isPresent());
    }

    /** By its whole name, or without the variant: who says {@code linux/arm64} means {@code linux/arm64/v8} too. */
    private boolean isOn(String platform) {
        int variant = platform.indexOf('/', platform.indexOf('/') + 1);
        String plain = variant < 0 ? platform : platform.substring(0, variant);
        return rule.platforms().stream().anyMatch(one -> one.matches(platform) || one.matches(plain));
    }

    private static boolean haveAll(Map<String, NamePattern> wanted, Map<String, String> there) {
        return wanted.entrySet().stream().allMatch(one -> {
            String value = there.get(one.getKey());
            return value != null && one.getValue().matches(value);
        });
    }
}
