package io.github.registryclient.cleanup.plan;

import io.github.registryclient.cleanup.age.Age;
import io.github.registryclient.cleanup.age.AgeEvidence;
import io.github.registryclient.cleanup.json.Words;
import io.github.registryclient.cleanup.judge.Decision;
import io.github.registryclient.cleanup.judge.Judgement;
import io.github.registryclient.cleanup.judge.Rank;
import io.github.registryclient.cleanup.judge.RepositoryJudgement;
import io.github.registryclient.cleanup.judge.RuleMatch;
import io.github.registryclient.cleanup.judge.Verdicts;
import io.github.registryclient.name.Tag;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes what is said of the tags and untagged manifests of a repository. */
final class JudgementWriter {
    private final JsonWriting json;

    JudgementWriter(JsonWriting json) {
        this.json = json;
    }

    /** With what becomes of each tag, which follows from the rest. */
    void write(Verdicts verdicts) throws IOException {
        RepositoryJudgement judgement = verdicts.judgement();
        json.list("tags", new TreeMap<>(judgement.tags()).entrySet(), entry -> {
            Tag tag = entry.getKey();
            Decision decision = Objects.requireNonNull(verdicts.tags().get(tag));
            json.text("tag", tag);
            json.text("digest", Optional.ofNullable(judgement.facts().tags().get(tag)));
            json.text("verdict", Words.of(decision.verdict()));
            json.text("because", decision.because());
            writeJudgement(entry.getValue());
        });
        json.object(
                "untagged",
                JsonWriting.byText(judgement.untagged()),
                (digest, said) -> json.object(digest, said, this::writeJudgement));
        json.object("protected", JsonWriting.byText(judgement.protectedManifests()), json::texts);
    }

    private void writeJudgement(Judgement said) throws IOException {
        json.list("rules", said.matches(), this::writeMatch);
        json.texts("protections", said.protections());
        json.texts("defects", said.defects().stream().map(Words::of).sorted().collect(Collectors.toList()));
        if (!said.age().equals(Age.unknown())) {
            json.object("age", said.age(), this::writeAge);
        }
    }

    private void writeMatch(RuleMatch match) throws IOException {
        json.text("rule", match.rule());
        json.text("action", Words.of(match.action()));
        json.text("truth", Words.of(match.truth()));
        json.text("note", Optional.of(match.note()).filter(note -> !note.isEmpty()));
        if (match.rank().isPresent()) {
            json.object("rank", match.rank().get(), this::writeRank);
        }
    }

    private void writeRank(Rank rank) throws IOException {
        json.text("group", rank.group());
        json.number("place", rank.place());
        json.number("of", rank.of());
        json.number("groupPlace", rank.groupPlace());
    }

    /** Which piece of evidence decided is told by its place in the list. */
    private void writeAge(Age age) throws IOException {
        json.list("evidence", age.evidence(), this::writeEvidence);
        json.text("rest", Optional.of(age.rest()).filter(rest -> !rest.isEmpty()));
        if (age.decided().isPresent()) {
            json.number("decided", age.evidence().indexOf(age.decided().get()));
        }
        if (age.push().isPresent()) {
            json.number("push", age.evidence().indexOf(age.push().get()));
        }
    }

    private void writeEvidence(AgeEvidence one) throws IOException {
        json.text("source", one.source());
        json.text("raw", one.raw());
        json.text("time", one.time());
        json.flag("orEarlier", one.orEarlier());
        json.text("ignoredBecause", one.ignoredBecause());
        json.flag("spoils", one.spoils());
    }
}
