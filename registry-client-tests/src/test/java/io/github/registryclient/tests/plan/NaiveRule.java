package io.github.registryclient.tests.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.registryclient.cleanup.policy.Across;
import io.github.registryclient.cleanup.policy.Action;
import io.github.registryclient.cleanup.policy.Defect;
import io.github.registryclient.cleanup.policy.NamePattern;
import io.github.registryclient.cleanup.policy.RankOrder;
import io.github.registryclient.cleanup.policy.Rule;
import io.github.registryclient.cleanup.version.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One rule, in one repository: what of its items it matches. */
final class NaiveRule {
    private static final Set<String> ABOUT_OTHERS = Set.of("SIGNATURE", "ATTESTATION", "SBOM");

    final Rule rule;
    private final NaiveRepository repository;

    NaiveRule(Rule rule, NaiveRepository repository) {
        this.rule = rule;
        this.repository = repository;
    }

    /** What is not there does not match. */
    Map<NaiveItem, Sure> matches(List<NaiveItem> items) {
        Map<NaiveItem, Sure> matches = new HashMap<>();
        List<NaiveItem> left = new ArrayList<>();
        List<NaiveItem> perhaps = new ArrayList<>();
        for (NaiveItem item : items) {
            Sure conditions = conditions(item);
            if (rule.ranks() && !canRank(item)) {
                conditions = Sure.NO;
            }
            if (conditions == Sure.YES) {
                left.add(item);
            } else if (conditions == Sure.UNKNOWN) {
                perhaps.add(item);
                matches.put(item, Sure.UNKNOWN);
            }
        }
        for (NaiveItem item : left) {
            Sure rank = rule.ranks() ? new NaiveRank(this, left, perhaps).of(item) : Sure.YES;
            if (rank != Sure.NO) {
                matches.put(item, rank);
            }
        }
        return matches;
    }

    private boolean canRank(NaiveItem item) {
        if (item.manifest.isEmpty()) {
            return false;
        }
        return rule.order() == RankOrder.AGE
                || version(item).isPresent()
                        && (rule.preReleases() || !version(item).get().isPreRelease());
    }

    Optional<Version> version(NaiveItem item) {
        Map<String, String> parts = rule.tags().parts(item.tag);
        boolean isPart = parts.containsKey("version");
        return isPart || item.tag.matches("v?[0-9]+[.][0-9].*")
                ? Version.find(isPart ? parts.get("version") : item.tag)
                : Optional.empty();
    }

    private Sure conditions(NaiveItem item) {
        if (!rule.repositories().matches(repository.name)
                || !item.tag.isEmpty() && !rule.tags().matches(item.tag)) {
            return Sure.NO;
        }
        if (item.tag.isEmpty() && !rule.tags().include().isEmpty()) {
            return Sure.NO; // what has no tag matches no pattern
        }
        boolean keeps = rule.action() == Action.KEEP;
        if (item.manifest.isEmpty() && !keeps && !rule.defects().contains(Defect.DANGLING_TAG)) {
            return Sure.NO; // a tag that dangles goes only by a rule that names that
        }
        Sure all = defect(item);
        if (!rule.kinds().isEmpty()) {
            all = all.and(
                    Sure.of(rule.kinds().stream().anyMatch(kind -> kind.name().equals(item.kind()))));
        }
        if (rule.versions().isPresent()) {
            all = all.and(Sure.of(version(item)
                    .filter(version -> rule.versions().get().contains(version))
                    .isPresent()));
        }
        if (rule.olderThan().isPresent()) {
            all = all.and(older(item, rule.olderThan().get()));
        }
        if (rule.youngerThan().isPresent()) {
            Sure older = older(item, rule.youngerThan().get());
            all = all.and(older == Sure.UNKNOWN ? older : Sure.of(older == Sure.NO));
        }
        if (rule.across().isPresent()) {
            all = all.and(item.manifest.map(this::across).orElse(Sure.NO));
        }
        return all;
    }

    private Sure defect(NaiveItem item) {
        if (rule.defects().isEmpty()) {
            return Sure.YES;
        }
        for (Defect defect : rule.defects()) {
            if (item.defects.contains(defect)) {
                return Sure.YES;
            }
        }
        if (!rule.defects().contains(Defect.ORPHANED) || !item.subjectMissingHere) {
            return Sure.NO;
        }
        boolean said = rule.subjectsHere() && !rule.repositories().include().isEmpty();
        for (NamePattern one : rule.repositories().include()) {
            said &= !one.toString().equals("**"); // that names no repository
        }
        return said ? Sure.YES : Sure.UNKNOWN;
    }

    static Sure older(NaiveItem item, Duration term) {
        Instant limit = RandomTimes.NOW.minus(term);
        Optional<Instant> time = item.age.flatMap(age -> age.time);
        if (time.isPresent()) {
            return Sure.of(time.get().isBefore(limit));
        }
        Optional<Instant> atLeast = item.age.flatMap(age -> age.orEarlier);
        return atLeast.filter(limit::isAfter).isPresent() ? Sure.YES : Sure.UNKNOWN;
    }

    private Sure across(Parsed manifest) {
        List<Sure> images = new ArrayList<>();
        images(manifest, "", new HashMap<>(), images);
        if (images.isEmpty()) {
            return Sure.NO;
        }
        boolean any = rule.across().orElseThrow() == Across.ANY;
        Sure all = any ? Sure.NO : Sure.YES;
        for (Sure one : images) {
            all = any ? all.or(one) : all.and(one);
        }
        return all;
    }

    private void images(Parsed manifest, String platform, Map<String, String> above, List<Sure> into) {
        Map<String, String> annotations = new HashMap<>(above);
        manifest.json
                .path("annotations")
                .properties()
                .forEach(one -> annotations.put(one.getKey(), one.getValue().asText()));
        if (manifest.entries().isEmpty()) {
            String own = manifest.config.map(Parsed::platform).orElse("");
            into.add(Sure.of(holds(manifest, platform.isEmpty() ? own : platform, annotations)));
        }
        List<JsonNode> entries = new ArrayList<>();
        List<JsonNode> others = new ArrayList<>();
        for (JsonNode entry : manifest.entries()) {
            Parsed child = repository.manifests.get(entry.path("digest").asText());
            if (!Parsed.isAttestation(entry)) {
                (child != null && ABOUT_OTHERS.contains(child.kind()) ? others : entries).add(entry);
            }
        }
        for (JsonNode entry : entries.isEmpty() ? others : entries) {
            Parsed child = repository.manifests.get(entry.path("digest").asText());
            if (child == null) {
                into.add(Sure.UNKNOWN);
            } else {
                images(child, Parsed.platform(entry.path("platform")), annotations, into);
            }
        }
    }

    private boolean holds(Parsed image, String platform, Map<String, String> annotations) {
        Map<String, String> labels = new HashMap<>();
        image.config.ifPresent(config -> config.at("/config/Labels")
                .properties()
                .forEach(one -> labels.put(one.getKey(), one.getValue().asText())));
        boolean onOne = rule.platforms().isEmpty();
        for (NamePattern one : rule.platforms()) {
            onOne |= !platform.isEmpty() && one.matches(platform);
        }
        return onOne && have(rule.labels(), labels) && have(rule.annotations(), annotations);
    }

    private static boolean have(Map<String, NamePattern> wanted, Map<String, String> there) {
        for (Map.Entry<String, NamePattern> one : wanted.entrySet()) {
            if (!there.containsKey(one.getKey()) || !one.getValue().matches(there.get(one.getKey()))) {
                return false;
            }
        }
        return true;
    }
}
