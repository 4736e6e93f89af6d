package io.github.registryclient.cleanup.policy;

import io.github.registryclient.cleanup.json.JsonObject;
import io.github.registryclient.cleanup.json.Words;
import io.github.registryclient.cleanup.version.Version;
import io.github.registryclient.cleanup.version.VersionRange;
import java.util.Map;

/** Reads one rule of a policy's JSON form. */
final class RuleReader {
    private RuleReader() {}

    static Rule read(JsonObject object) {
        Rule.Builder rule = new Rule.Builder();
        rule.name(object.required("name", object.text("name")));
        rule.action(object.required("action", object.text("action", word -> Words.read(Action.class, word))));
        object.object("repositories").ifPresent(filter -> rule.repositories(filter(filter)));
        object.object("tags").ifPresent(filter -> rule.tags(filter(filter)));
        object.flag("untagged").ifPresent(rule::untagged);
        PolicyReader.words(object, "kinds", ManifestKind.class).ifPresent(rule::addAllKinds);
        PolicyReader.words(object, "defects", Defect.class).ifPresent(rule::addAllDefects);
        terms(object, rule);
        object.object("versions").ifPresent(range -> rule.versions(versions(range)));
        rule.putAllLabels(named(object, "labels"));
        rule.putAllAnnotations(named(object, "annotations"));
        object.texts("platforms", NamePattern::of).ifPresent(rule::addAllPlatforms);
        object.text("across", word -> Words.read(Across.class, word)).ifPresent(rule::across);
        ranks(object, rule);
        object.flag("allowEmpty").ifPresent(rule::allowEmpty);
        object.fraction("maxShare").ifPresent(rule::maxShare);
        object.flag("subjectsHere").ifPresent(rule::subjectsHere);
        object.end();
        return object.here(rule::build);
    }

    private static NameFilter filter(JsonObject object) {
        NameFilter.Builder filter = NameFilter.builder();
        object.texts("include", NamePattern::of).ifPresent(filter::addAllInclude);
        object.texts("exclude", NamePattern::of).ifPresent(filter::addAllExclude);
        object.end();
        return filter.build();
    }

    /** No names at all would make a condition that everything fulfils. */
    private static Map<String, NamePattern> named(JsonObject object, String field) {
        object.object(field).filter(names -> names.names().isEmpty()).ifPresent(empty -> {
            throw empty.wrong("there is nothing in it: leave the field out, or name something");
        });
        return object.textsByName(field, NamePattern::of);
    }

    private static void terms(JsonObject object, Rule.Builder rule) {
        object.text("olderThan", Terms::of).ifPresent(rule::olderThan);
        object.text("youngerThan", Terms::of).ifPresent(rule::youngerThan);
    }

    private static VersionRange versions(JsonObject object) {
        VersionRange.Builder range = VersionRange.builder();
        object.text("atLeast", Version::of).ifPresent(range::atLeast);
        object.text("below", Version::of).ifPresent(range::below);
        object.flag("preReleases").ifPresent(range::preReleases);
        object.end();
        return object.here(range::build);
    }

    private static void ranks(JsonObject object, Rule.Builder rule) {
        object.text("group").ifPresent(rule::group);
        object.text("order", word -> Words.read(RankOrder.class, word)).ifPresent(rule::order);
        object.flag("preReleases").ifPresent(rule::preReleases);
        object.number("newest").ifPresent(rule::newest);
        object.number("beyondNewest").ifPresent(rule::beyondNewest);
        object.number("newestGroups").ifPresent(rule::newestGroups);
        object.number("beyondNewestGroups").ifPresent(rule::beyondNewestGroups);
        object.text("groupOlderThan", Terms::of).ifPresent(rule::groupOlderThan);
    }
}
