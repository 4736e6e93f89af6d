package io.github.registryclient.cleanup.judge;

import io.github.registryclient.cleanup.age.Age;
import io.github.registryclient.cleanup.graph.ManifestFacts;
import io.github.registryclient.cleanup.graph.SubjectTag;
import io.github.registryclient.cleanup.policy.Action;
import io.github.registryclient.cleanup.policy.Defect;
import io.github.registryclient.cleanup.policy.Rule;
import io.github.registryclient.cleanup.version.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a rule says of a candidate by itself: everything but ranks. */
final class Conditions {
    private static final String UNKNOWN_AGE = "its age is unknown";

    private final Rule rule;
    private final Instant now;
    private final ImageConditions images;

    Conditions(Rule rule, Instant now, ImageConditions images) {
        this.rule = rule;
        this.now = now;
        this.images = images;
    }

    Finding of(Candidate candidate) {
        if (!isAbout(candidate)) {
            return Finding.NO;
        }
        return defects(candidate)
                .and(kind(candidate))
                .and(version(candidate))
                .and(older(candidate.age()))
                .and(younger(candidate.age()))
                .and(images.of(candidate));
    }

    /**
     * A dangling tag, and what hangs on a subject, are chosen only by rules that name their defect; a keep rule names tags. What has no
     * tag matches no tag pattern.
     */
    private boolean isAbout(Candidate candidate) {
        if (candidate.tag().isEmpty()) {
            return rule.untagged()
                    || rule.defects().contains(Defect.ORPHANED)
                            && rule.tags().include().isEmpty();
        }
        boolean mayBeDangling = rule.action() == Action.KEEP || rule.defects().contains(Defect.DANGLING_TAG);
        return !rule.untagged()
                && rule.tags().matches(candidate.tagText())
                && (candidate.manifest().isPresent() || mayBeDangling);
    }

    private Finding defects(Candidate candidate) {
        if (rule.defects().isEmpty()) {
            return Finding.YES;
        }
        if (candidate.defects().stream().anyMatch(rule.defects()::contains)) {
            return Finding.YES;
        }
        if (!rule.defects().contains(Defect.ORPHANED) || !candidate.subjectMissingHere()) {
            return Finding.NO;
        }
        boolean named = rule.subjectsHere() && rule.repositories().isNarrowed();
        return named ? Finding.YES : Finding.unknown("its subject may be in another repository");
    }

    /** By the form of its tag, then by its types. */
    private Finding kind(Candidate candidate) {
        return Finding.of(rule.kinds().isEmpty()
                || candidate
                        .tag()
                        .flatMap(SubjectTag::kind)
                        .or(() -> candidate.manifest().map(ManifestFacts::kind))
                        .filter(rule.kinds()::contains)
                        .isPresent());
    }

    private Finding version(Candidate candidate) {
        return Finding.of(rule.versions()
                .map(range -> versionOf(rule, candidate).filter(range::contains).isPresent())
                .orElse(true));
    }

    /** The part {@code version} of the tag's pattern, or else the tag. */
    static Optional<Version> versionOf(Rule rule, Candidate candidate) {
        String text = candidate.tagText();
        String part = rule.tags().parts(text).get("version");
        return part == null ? Version.findInTag(text) : Version.find(part);
    }

    private Finding older(Age age) {
        return rule.olderThan().map(term -> older(age, term)).orElse(Finding.YES);
    }

    private Finding older(Age age, Duration term) {
        Instant limit = now.minus(term);
        if (age.noLaterThan().isEmpty()) {
            return Finding.unknown(UNKNOWN_AGE);
        }
        if (age.noLaterThan().get().isBefore(limit)) {
            return Finding.YES;
        }
        return age.time().isPresent() ? Finding.NO : Finding.unknown(tooYoungALedger(age, term));
    }

    private Finding younger(Age age) {
        return rule.youngerThan().map(term -> younger(age, term)).orElse(Finding.YES);
    }

    private Finding younger(Age age, Duration term) {
        Instant limit = now.minus(term);
        if (age.noLaterThan().isEmpty()) {
            return Finding.unknown(UNKNOWN_AGE);
        }
        if (!age.noLaterThan().get().isAfter(limit)) {
            return Finding.NO;
        }
        return age.time().isPresent() ? Finding.YES : Finding.unknown(tooYoungALedger(age, term));
    }

    static String tooYoungALedger(Age age, Duration term) {
        Instant from = age.noLaterThan().orElseThrow().plus(term);
        return "only the ledger knows it, and that it was there when the ledger began; this can be told from " + from
                + " on";
    }
}
