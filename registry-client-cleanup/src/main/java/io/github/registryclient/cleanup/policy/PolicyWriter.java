package io.github.registryclient.cleanup.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Collection;
import java.util.stream.Stream;

/** Writes the JSON form of a policy: equal policies give equal documents. What has its default is left out. */
final class PolicyWriter {
    private static final ObjectWriter WRITER = JsonMapper.builder().build().writerWithDefaultPrettyPrinter();

    private PolicyWriter() {}

    static String write(Policy policy) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("policyVersion", PolicyReader.FORM);
        if (!policy.defaultProtections()) {
            document.put("defaultProtections", false);
        }
        if (!policy.ages().equals(AgeRules.defaults())) {
            ages(document.putObject("ages"), policy.ages());
        }
        if (!policy.fuse().equals(Fuse.defaults())) {
            fuse(document.putObject("fuse"), policy.fuse());
        }
        texts(document, "hosts", policy.hosts().stream().sorted());
        texts(
                document,
                "keep",
                policy.keep().stream().map(ImageReference::toString).sorted());
        if (!policy.rules().isEmpty()) {
            policy.rules()
                    .forEach(
                            rule -> RuleWriter.write(document.withArray("rules").addObject(), rule));
        }
        try {
            return WRITER.writeValueAsString(document) + "\n";
        } catch (JsonProcessingException e) {
            throw new AssertionError("a tree of texts and numbers can be written", e);
        }
    }

    private static void ages(ObjectNode object, AgeRules ages) {
        ages.source().ifPresent(source -> object.put("source", source));
        if (!ages.grace().equals(AgeRules.DEFAULT_GRACE)) {
            object.put("grace", ages.grace().isZero() ? "0" : Terms.text(ages.grace()));
        }
        if (ages.needsLedger()) {
            object.put("needsLedger", true);
        }
        if (!ages.tagTimes().equals(AgeRules.defaults().tagTimes())) {
            for (TagTime time : ages.tagTimes()) {
                object.withArray("tagTimes")
                        .addObject()
                        .put("pattern", time.pattern().toString())
                        .put("format", time.format())
                        .put("zone", time.zone().getId());
            }
        }
    }

    private static void fuse(ObjectNode object, Fuse fuse) {
        fuse.perRun().ifPresent(count -> object.put("perRun", count));
        fuse.perRepository().ifPresent(count -> object.put("perRepository", count));
        object.put("share", fuse.share());
        object.put("shareFrom", fuse.shareFrom());
    }

    static void texts(ObjectNode object, String field, Stream<String> texts) {
        texts.forEach(text -> object.withArray(field).add(text));
    }

    static void patterns(ObjectNode object, String field, Collection<NamePattern> patterns) {
        texts(object, field, patterns.stream().map(NamePattern::toString));
    }

    static void term(ObjectNode object, String field, Duration term) {
        object.put(field, Terms.text(term));
    }
}
