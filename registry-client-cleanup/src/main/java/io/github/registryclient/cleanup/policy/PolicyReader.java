package io.github.registryclient.cleanup.policy;

import io.github.registryclient.cleanup.json.JsonObject;
import io.github.registryclient.cleanup.json.StrictJson;
import io.github.registryclient.cleanup.json.Words;
import io.github.registryclient.error.InvalidInputException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the JSON form of a policy. */
final class PolicyReader {
    static final @Nullable Path NO_FOLDER = null;

    /** The one form that there is. */
    static final int FORM = 1;

    private static final List<String> SOURCES = List.of("tag", "annotation", "config", "ledger");

    private PolicyReader() {}

    static Policy read(String json, @Nullable Path folder) {
        JsonObject document = StrictJson.read(json);
        int form = document.required("policyVersion", document.number("policyVersion"));
        if (form != FORM) {
            throw new InvalidInputException("policyVersion: expected " + FORM + ", not " + form);
        }
        Policy.Builder policy = Policy.builder();
        document.flag("defaultProtections").ifPresent(policy::defaultProtections);
        document.object("ages").ifPresent(ages -> policy.ages(ages(ages)));
        document.object("fuse").ifPresent(fuse -> policy.fuse(fuse(fuse)));
        document.texts("hosts", HostName::checked).ifPresent(policy::addAllHosts);
        document.texts("keep", ImageReference::parse).ifPresent(policy::addAllKeep);
        document.texts("keepFiles", name -> KeepFile.read("keep file", resolved(folder, name)))
                .ifPresent(files -> files.forEach(policy::addAllKeep));
        document.objects("rules").ifPresent(rules -> rules.forEach(rule -> policy.addRules(RuleReader.read(rule))));
        document.end();
        return document.here(policy::build);
    }

    private static Path resolved(@Nullable Path folder, String name) {
        if (folder == null) {
            throw new InvalidInputException("keep files lie beside a policy's file: read it with Policy.read(path)");
        }
        try {
            return folder.resolve(name);
        } catch (InvalidPathException e) {
            throw InvalidInputException.of("path", name, "expected the name of a file");
        }
    }

    private static AgeRules ages(JsonObject object) {
        AgeRules.Builder ages = AgeRules.builder();
        object.text("source", PolicyReader::source).ifPresent(ages::source);
        object.text("grace", PolicyReader::grace).ifPresent(ages::grace);
        object.flag("needsLedger").ifPresent(ages::needsLedger);
        object.objects("tagTimes").ifPresent(times -> {
            ages.tagTimes(List.of());
            times.forEach(time -> ages.addTagTimes(tagTime(time)));
        });
        object.end();
        return object.here(ages::build);
    }

    private static String source(String name) {
        if (!SOURCES.contains(name) && !name.startsWith("x-")) {
            throw InvalidInputException.of(
                    "source of ages",
                    name,
                    "expected one of " + String.join(", ", SOURCES) + ", or x- and a name of yours");
        }
        return name;
    }

    private static Duration grace(String text) {
        return text.equals("0") ? Duration.ZERO : Terms.of(text);
    }

    private static TagTime tagTime(JsonObject object) {
        TagTime.Builder time = TagTime.builder();
        time.pattern(object.required("pattern", object.text("pattern", NamePattern::of)));
        time.format(object.required("format", object.text("format")));
        object.text("zone", PolicyReader::zone).ifPresent(time::zone);
        object.end();
        return object.here(time::build);
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw InvalidInputException.of("time zone", name, "expected such as UTC or Europe/Berlin");
        }
    }

    private static Fuse fuse(JsonObject object) {
        Fuse.Builder fuse = Fuse.builder();
        object.number("perRun").ifPresent(fuse::perRun);
        object.number("perRepository").ifPresent(fuse::perRepository);
        object.fraction("share").ifPresent(fuse::share);
        object.number("shareFrom").ifPresent(fuse::shareFrom);
        object.end();
        return object.here(fuse::build);
    }

    static <E extends Enum<E>> Optional<List<E>> words(JsonObject object, String field, Class<E> type) {
        return object.texts(field, word -> Words.read(type, word));
    }
}
