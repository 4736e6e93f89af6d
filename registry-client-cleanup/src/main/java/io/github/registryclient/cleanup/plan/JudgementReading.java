package io.github.registryclient.cleanup.plan;

import io.github.registryclient.cleanup.age.Age;
import io.github.registryclient.cleanup.age.AgeEvidence;
import io.github.registryclient.cleanup.json.JsonObject;
import io.github.registryclient.cleanup.json.Words;
import io.github.registryclient.cleanup.judge.Judgement;
import io.github.registryclient.cleanup.judge.Rank;
import io.github.registryclient.cleanup.judge.RuleMatch;
import io.github.registryclient.cleanup.judge.Truth;
import io.github.registryclient.cleanup.policy.Action;
import io.github.registryclient.cleanup.policy.Defect;
import io.github.registryclient.error.InvalidInputException;
import java.util.ArrayList;
import java.util.List;

/** Reads what is said of a tag or an untagged manifest. */
final class JudgementReading {
    private JudgementReading() {}

    static Judgement of(JsonObject json) {
        Judgement.Builder said = Judgement.builder();
        json.objects("rules").ifPresent(all -> all.forEach(match -> said.addMatches(match(match))));
        json.texts("protections", text -> text).ifPresent(said::protections);
        json.texts("defects", word -> Words.read(Defect.class, word)).ifPresent(said::defects);
        json.object("age").ifPresent(age -> said.age(age(age)));
        json.end();
        return said.build();
    }

    private static RuleMatch match(JsonObject json) {
        RuleMatch.Builder match = RuleMatch.builder()
                .rule(json.required("rule", json.text("rule")))
                .action(json.required("action", json.text("action", word -> Words.read(Action.class, word))))
                .truth(json.required("truth", json.text("truth", word -> Words.read(Truth.class, word))))
                .note(json.text("note").orElse(""));
        json.object("rank").ifPresent(rank -> match.rank(rank(rank)));
        json.end();
        return match.build();
    }

    private static Rank rank(JsonObject json) {
        Rank rank = Rank.of(
                json.text("group"),
                json.required("place", json.number("place")),
                json.required("of", json.number("of")),
                json.required("groupPlace", json.number("groupPlace")));
        json.end();
        return rank;
    }

    private static Age age(JsonObject json) {
        List<AgeEvidence> evidence = new ArrayList<>();
        json.objects("evidence").ifPresent(all -> all.forEach(one -> evidence.add(evidence(one))));
        Age.Builder age =
                Age.builder().evidence(evidence).rest(json.text("rest").orElse(""));
        json.number("decided").ifPresent(at -> age.decided(at(evidence, at)));
        json.number("push").ifPresent(at -> age.push(at(evidence, at)));
        json.end();
        return age.build();
    }

    private static AgeEvidence at(List<AgeEvidence> evidence, int at) {
        if (at < 0 || at >= evidence.size()) {
            throw new InvalidInputException("there is no evidence of age number " + at);
        }
        return evidence.get(at);
    }

    private static AgeEvidence evidence(JsonObject json) {
        AgeEvidence one = AgeEvidence.builder()
                .source(json.required("source", json.text("source")))
                .raw(json.required("raw", json.text("raw")))
                .time(json.text("time", PlanReader::instant))
                .orEarlier(json.flag("orEarlier").orElse(false))
                .ignoredBecause(json.text("ignoredBecause"))
                .spoils(json.flag("spoils").orElse(false))
                .build();
        json.end();
        return one;
    }
}
