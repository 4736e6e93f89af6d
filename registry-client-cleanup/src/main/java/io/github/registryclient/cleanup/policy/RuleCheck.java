package io.github.registryclient.cleanup.policy;

import io.github.registryclient.error.InvalidInputException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What no rule can mean: it would match nothing, or more than its author thought. */
final class RuleCheck {
    private final Rule rule;

    private RuleCheck(Rule rule) {
        this.rule = rule;
    }

    static void of(Rule rule) {
        new RuleCheck(rule).check();
    }

    private void check() {
        require(!rule.name().isBlank(), "a rule needs a name");
        saysSomething();
        terms();
        counts();
        groups();
        conditionsOnImages();
        untagged();
        onlyForDeletion();
    }

    private void saysSomething() {
        boolean all = rule.tags().isAll()
                && rule.kinds().isEmpty()
                && rule.defects().isEmpty()
                && rule.versions().isEmpty()
                && rule.labels().isEmpty()
                && rule.annotations().isEmpty()
                && rule.platforms().isEmpty()
                && rule.olderThan().isEmpty()
                && rule.youngerThan().isEmpty()
                && !rule.untagged()
                && !rule.ranks();
        require(
                !(all && rule.action() == Action.DELETE),
                "it would delete everything; if that is meant, say so by the tags \"**\"");
    }

    private void terms() {
        rule.olderThan().ifPresent(this::term);
        rule.youngerThan().ifPresent(this::term);
        rule.groupOlderThan().ifPresent(this::term);
        if (rule.olderThan().isPresent() && rule.youngerThan().isPresent()) {
            require(
                    rule.olderThan().get().compareTo(rule.youngerThan().get()) < 0,
                    "nothing is older than " + rule.olderThan().get() + " and younger than "
                            + rule.youngerThan().get());
        }
    }

    private void term(Duration term) {
        try {
            Terms.checked(term);
        } catch (InvalidInputException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private void counts() {
        for (OptionalInt count :
                List.of(rule.newest(), rule.beyondNewest(), rule.newestGroups(), rule.beyondNewestGroups())) {
            require(count.isEmpty() || count.getAsInt() > 0, "expected a number of newest ones from 1 on");
        }
        require(
                rule.newest().isEmpty() || rule.beyondNewest().isEmpty(),
                "nothing is among the newest and beyond them");
        require(
                rule.newestGroups().isEmpty() || rule.beyondNewestGroups().isEmpty(),
                "no group is among the newest and beyond them");
        double share = rule.maxShare().orElse(1);
        require(share > 0 && share <= 1, "expected a share above 0 and at most 1");
    }

    private void groups() {
        boolean ofGroups = rule.newestGroups().isPresent()
                || rule.beyondNewestGroups().isPresent()
                || rule.groupOlderThan().isPresent();
        require(!ofGroups || rule.group().isPresent(), "conditions on groups need a group, a named part of the tags");
        require(
                rule.groupOlderThan().isEmpty() || rule.olderThan().isEmpty(),
                "olderThan would hide the young members of a group from groupOlderThan, which asks whether there are any;"
                        + " make two rules of it, or leave olderThan out");
        require(rule.group().isEmpty() || rule.ranks(), "a group is for ranks, and the rule has none");
        rule.group()
                .ifPresent(group -> require(
                        !rule.tags().include().isEmpty()
                                && rule.tags().partNames().contains(group),
                        "the group \"" + group + "\" is no named part of each of its tag patterns, such as {" + group
                                + "}"));
        require(rule.order() == RankOrder.AGE || rule.ranks(), "an order is for ranks, and the rule has none");
        require(!rule.preReleases() || rule.order() == RankOrder.VERSION, "pre-releases are for the order by version");
    }

    private void conditionsOnImages() {
        boolean any = !rule.labels().isEmpty()
                || !rule.annotations().isEmpty()
                || !rule.platforms().isEmpty();
        require(
                any == rule.across().isPresent(),
                "labels, annotations and platforms need across: any or all, and only they");
    }

    private void untagged() {
        if (rule.untagged()) {
            require(rule.tags().isAll(), "what has no tag matches no tag pattern");
            require(rule.versions().isEmpty() && !rule.ranks(), "what has no tag has no version and no rank");
            require(!rule.defects().contains(Defect.DANGLING_TAG), "what has no tag has no dangling tag");
        }
    }

    private void onlyForDeletion() {
        if (rule.action() == Action.KEEP) {
            String said = Stream.of(
                            rule.allowEmpty() ? "allowEmpty" : "",
                            rule.maxShare().isPresent() ? "maxShare" : "",
                            rule.subjectsHere() ? "subjectsHere" : "")
                    .filter(name -> !name.isEmpty())
                    .collect(Collectors.joining(", "));
            require(said.isEmpty(), said + " means nothing where something is kept");
        }
    }

    private void require(boolean right, String otherwise) {
        if (!right) {
            throw wrong(otherwise);
        }
    }

    private InvalidInputException wrong(String what) {
        return new InvalidInputException("rule \"" + rule.name() + "\": " + what);
    }
}
