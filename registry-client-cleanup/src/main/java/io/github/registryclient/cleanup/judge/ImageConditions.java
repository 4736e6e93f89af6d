package io.github.registryclient.cleanup.judge;

import io.github.registryclient.cleanup.graph.ChildFacts;
import io.github.registryclient.cleanup.graph.ManifestFacts;
import io.github.registryclient.cleanup.graph.RepositoryGraph;
import io.github.registryclient.cleanup.policy.Across;
import io.github.registryclient.cleanup.policy.NamePattern;
import io.github.registryclient.cleanup.policy.Rule;
import io.github.registryclient.name.Digest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
        List<Truth> images = new ArrayList<>();
        collect(candidate.manifest().get(), Optional.empty(), Map.of(), images, new HashSet<>());
        Truth truth = images.isEmpty() ? Truth.NO : combined(rule.across().get(), images);
        return Finding.of(truth, truth == Truth.UNKNOWN ? "one of its images was not read" : "");
    }

    private static Truth combined(Across across, List<Truth> images) {
        return across == Across.ANY
                ? images.stream().reduce(Truth.NO, Truth::or)
                : images.stream().reduce(Truth.YES, Truth::and);
    }

    private void collect(
            ManifestFacts manifest,
            Optional<String> platform,
            Map<String, String> inherited,
            List<Truth> into,
            Set<Digest> above) {
        Map<String, String> annotations = new HashMap<>(inherited);
        annotations.putAll(manifest.annotations());
        if (manifest.children().isEmpty()) {
            into.add(Truth.of(holds(manifest, platform.or(manifest::platform), annotations)));
            return;
        }
        if (above.add(manifest.digest())) {
            for (ChildFacts child : manifest.children()) {
                if (!child.attestation()) {
                    graph.manifest(child.digest())
                            .ifPresentOrElse(
                                    read -> collect(read, child.platform(), annotations, into, above),
                                    () -> into.add(Truth.UNKNOWN));
                }
            }
            above.remove(manifest.digest());
        }
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
