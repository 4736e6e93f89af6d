package io.github.registryclient.cleanup.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.registryclient.cleanup.json.Words;
import io.github.registryclient.cleanup.version.VersionRange;
import java.util.Map;
import java.util.TreeMap;

/** Writes one rule of a policy's JSON form. */
final class RuleWriter {
    private RuleWriter() {}

    static void write(ObjectNode object, Rule rule) {
        object.put("name", rule.name());
        object.put("action", Words.of(rule.action()));
        filter(object, "repositories", rule.repositories());
        filter(object, "tags", rule.tags());
        flag(object, "untagged", rule.untagged());
        PolicyWriter.texts(object, "kinds", rule.kinds().stream().map(Words::of).sorted());
        PolicyWriter.texts(
                object, "defects", rule.defects().stream().map(Words::of).sorted());
        rule.olderThan().ifPresent(term -> PolicyWriter.term(object, "olderThan", term));
        rule.youngerThan().ifPresent(term -> PolicyWriter.term(object, "youngerThan", term));
        rule.versions().ifPresent(range -> versions(object.putObject("versions"), range));
        named(object, "labels", rule.labels());
        named(object, "annotations", rule.annotations());
        PolicyWriter.texts(
                object,
                "platforms",
                rule.platforms().stream().map(NamePattern::toString).sorted());
        rule.across().ifPresent(across -> object.put("across", Words.of(across)));
        ranks(object, rule);
        flag(object, "allowEmpty", rule.allowEmpty());
        rule.maxShare().ifPresent(share -> object.put("maxShare", share));
        flag(object, "subjectsHere", rule.subjectsHere());
    }

    private static void ranks(ObjectNode object, Rule rule) {
        rule.group().ifPresent(group -> object.put("group", group));
        if (rule.order() != RankOrder.AGE) {
            object.put("order", Words.of(rule.order()));
        }
        flag(object, "preReleases", rule.preReleases());
        rule.newest().ifPresent(count -> object.put("newest", count));
        rule.beyondNewest().ifPresent(count -> object.put("beyondNewest", count));
        rule.newestGroups().ifPresent(count -> object.put("newestGroups", count));
        rule.beyondNewestGroups().ifPresent(count -> object.put("beyondNewestGroups", count));
        rule.groupOlderThan().ifPresent(term -> PolicyWriter.term(object, "groupOlderThan", term));
    }

    private static void filter(ObjectNode object, String field, NameFilter filter) {
        if (!filter.isAll()) {
            ObjectNode written = object.putObject(field);
            PolicyWriter.patterns(written, "include", filter.include());
            PolicyWriter.patterns(written, "exclude", filter.exclude());
        }
    }

    private static void versions(ObjectNode object, VersionRange range) {
        range.atLeast().ifPresent(version -> object.put("atLeast", version.toString()));
        range.below().ifPresent(version -> object.put("below", version.toString()));
        flag(object, "preReleases", range.preReleases());
    }

    private static void named(ObjectNode object, String field, Map<String, NamePattern> patterns) {
        if (!patterns.isEmpty()) {
            ObjectNode written = object.putObject(field);
            new TreeMap<>(patterns).forEach((name, pattern) -> written.put(name, pattern.toString()));
        }
    }

    private static void flag(ObjectNode object, String field, boolean set) {
        if (set) {
            object.put(field, true);
        }
    }
}
