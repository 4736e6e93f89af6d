package io.github.registryclient.cleanup.plan;

import io.github.registryclient.cleanup.json.JsonObject;
import io.github.registryclient.cleanup.json.JsonStream;
import io.github.registryclient.cleanup.judge.RepositoryJudgement;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.name.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads plans, one repository at a time, and believes none that was changed. */
final class PlanReader {
    static final String CHANGED =
            "it was changed after it was written, or by another version; make a new plan, or take items out with without(…)";

    private final PlanHeader.Builder header = PlanHeader.builder();
    private final List<RepositoryJudgement> repositories = new ArrayList<>();
    private Optional<Digest> hash = Optional.empty();

    private PlanReader() {}

    static Plan read(InputStream in) throws IOException {
        return new PlanReader().plan(in);
    }

    private Plan plan(InputStream in) throws IOException {
        JsonObject top =
                JsonStream.read(in, "repositories", repository -> repositories.add(RepositoryReading.of(repository)));
        int form = top.required("planVersion", top.number("planVersion"));
        if (form != PlanWriter.FORM) {
            throw new InvalidInputException("planVersion: expected " + PlanWriter.FORM + ", not " + form);
        }
        header.registry(top.required("registry", top.text("registry")));
        header.account(top.text("account"));
        header.created(top.required("created", top.text("created", PlanReader::instant)));
        header.complete(top.flag("complete").orElse(false));
        header.ledger(top.flag("ledger").orElse(false));
        header.accepted(top.flag("accepted").orElse(false));
        header.notes(top.texts("notes", text -> text).orElse(List.of()));
        header.policy(Policy.parse(top.required("policy", top.document("policy"))));
        top.text("policyHash");
        top.longsByName("verifiedSizes").forEach((digest, size) -> header.putVerifiedSizes(Digest.of(digest), size));
        top.longNumber("freedBytes");
        top.texts("atMostBecause", text -> text);
        hash = top.text("hash", Digest::of);
        top.end();
        Plan plan = top.here(() -> Plan.of(header.build(), repositories));
        if (!top.required("hash", hash).equals(plan.hash())) {
            throw new InvalidInputException(CHANGED);
        }
        return plan;
    }

    static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw InvalidInputException.of("time", text, "expected such as 2026-01-31T12:00:00Z");
        }
    }
}
