package io.github.registryclient.tests.plan;

import io.github.registryclient.cleanup.policy.Across;
import io.github.registryclient.cleanup.policy.Defect;
import io.github.registryclient.cleanup.policy.ManifestKind;
import io.github.registryclient.cleanup.policy.NameFilter;
import io.github.registryclient.cleanup.policy.NamePattern;
import io.github.registryclient.cleanup.policy.RankOrder;
import io.github.registryclient.cleanup.policy.Rule;
import io.github.registryclient.cleanup.version.Version;
import io.github.registryclient.cleanup.version.VersionRange;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Draws what one rule says; some of that contradicts itself. For one use. */
final class RandomRule {
    private static final List<String> GROUPED = List.of(
            "{branch}-*",
            "regex:(?P<branch>[a-z]+)-.*",
            "regex:v?(?P<branch>[0-9]+[.][0-9]+)[.].*",
            "regex:(?P<branch>v?)(?P<version>[0-9]+[.][0-9]+[.][0-9]+.*)");
    private static final List<String> TAGS =
            List.of("**", "*", "*", "main-*", "v*", "pr-*", "*-2*", "{version}-2*", "latest", "1.*", "regex:.*[05]");

    private final Random random;
    private final Rule.Builder rule;
    private final RandomReferences references;
    private boolean older;

    RandomRule(Random random, Rule.Builder rule, RandomReferences references) {
        this.random = random;
        this.rule = rule;
        this.references = references;
    }

    Rule.Builder draw(boolean keep) {
        boolean grouped = one(2);
        names(grouped);
        conditions();
        if (grouped || one(3)) {
            ranks(grouped);
        }
        if (!keep) {
            rule.allowEmpty(one(3)).subjectsHere(one(4));
            if (one(5)) {
                rule.maxShare(0.1 + random.nextInt(10) / 10.0);
            }
        }
        return rule;
    }

    private void names(boolean grouped) {
        if (one(4)) {
            String name = references.repository().toString();
            rule.repositories(
                    one(2)
                            ? NameFilter.builder().include(name, "a/**").build()
                            : NameFilter.builder().include("**").exclude(name).build());
        }
        if (one(10)) {
            rule.untagged(true);
            return;
        }
        NameFilter.Builder tags = NameFilter.builder().include(pick(grouped ? GROUPED : TAGS));
        if (one(5)) {
            tags.exclude(pick(TAGS.subList(3, TAGS.size())));
        }
        if (one(6) && !grouped) {
            tags.include(pick(TAGS));
        }
        rule.tags(tags.build());
    }

    private void conditions() {
        if (one(4)) {
            rule.olderThan(term());
            older = true;
        }
        if (one(10)) {
            rule.youngerThan(term());
        }
        if (one(8)) {
            rule.addKinds(pick(List.of(ManifestKind.values())));
            rule.addKinds(ManifestKind.IMAGE);
        }
        if (one(8)) {
            rule.addDefects(pick(List.of(Defect.values())));
            rule.addDefects(pick(List.of(Defect.values())));
        }
        if (one(10)) {
            VersionRange.Builder range = VersionRange.builder().preReleases(one(2));
            if (one(2)) {
                range.atLeast(Version.of("1." + random.nextInt(2)));
            }
            rule.versions(range.below(Version.of("1." + (1 + random.nextInt(2)) + "." + random.nextInt(4)))
                    .build());
        }
        if (one(8)) {
            images();
        }
    }

    private void images() {
        rule.across(pick(List.of(Across.values())));
        NamePattern team = NamePattern.of(pick(List.of("red", "blue", "*")));
        switch (random.nextInt(3)) {
            case 0:
                rule.putLabels("team", team);
                break;
            case 1:
                rule.putAnnotations("team", team);
                break;
            default:
                rule.addPlatforms(NamePattern.of(pick(List.of("linux/amd64", "linux/*", "*/arm64"))));
        }
    }

    private void ranks(boolean grouped) {
        if (grouped) {
            rule.group("branch");
        }
        if (one(3)) {
            rule.order(RankOrder.VERSION).preReleases(one(2));
        }
        int count = 1 + random.nextInt(3);
        switch (random.nextInt(grouped ? 6 : 3)) {
            case 0:
                rule.newest(count);
                break;
            case 1:
            case 2:
                rule.beyondNewest(count);
                break;
            case 3:
                rule.newestGroups(count);
                break;
            case 4:
                rule.beyondNewestGroups(count);
                break;
            default:
                if (older) {
                    rule.newest(count);
                } else {
                    rule.groupOlderThan(term());
                }
        }
        if (grouped && !older && one(4)) {
            rule.groupOlderThan(term());
        }
    }

    private Duration term() {
        return one(2) ? Duration.ofHours(1 + random.nextInt(50)) : Duration.ofDays(1 + random.nextInt(90));
    }

    private boolean one(int of) {
        return random.nextInt(of) == 0;
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
