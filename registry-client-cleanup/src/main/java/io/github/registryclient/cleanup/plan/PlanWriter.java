package io.github.registryclient.cleanup.plan;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.registryclient.cleanup.judge.RepositoryJudgement;
import io.github.registryclient.name.Digest;
import java.io.IOException;
import java.io.OutputStream;
import java.util.TreeMap;

/** Writes plans as JSON: equal plans give equal documents. */
final class PlanWriter {
    /** The one form that there is. */
    static final int FORM = 1;

    /** The field that is not in what it is the hash of. */
    static final String HASH = "hash";

    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonWriting json;

    private PlanWriter(JsonGenerator json) {
        this.json = new JsonWriting(json);
    }

    static void write(Plan plan, OutputStream to) throws IOException {
        try (JsonGenerator generator = FACTORY.createGenerator(to, JsonEncoding.UTF8)) {
            generator.useDefaultPrettyPrinter();
            PlanWriter writer = new PlanWriter(generator);
            generator.writeStartObject();
            writer.writeContent(plan);
            generator.writeStringField(HASH, plan.hash().toString());
            generator.writeEndObject();
        }
    }

    /** The sha256 of the document without its hash and without spaces. */
    static Digest hash(Plan plan) {
        return DocumentHash.ofWritten(json -> {
            json.writeStartObject();
            new PlanWriter(json).writeContent(plan);
            json.writeEndObject();
        });
    }

    private void writeContent(Plan plan) throws IOException {
        PlanHeader header = plan.header();
        json.number("planVersion", FORM);
        json.text("registry", header.registry());
        json.text("account", header.account());
        json.text("created", header.created());
        json.flag("complete", header.complete());
        json.flag("ledger", header.ledger());
        json.flag("accepted", header.accepted());
        json.texts("notes", header.notes());
        json.document("policy", header.policy().toJson());
        json.text("policyHash", header.policy().hash());
        json.object("verifiedSizes", new TreeMap<>(JsonWriting.byText(header.verifiedSizes())), json::number);
        Space space = plan.space();
        json.number("freedBytes", space.freed());
        json.texts("atMostBecause", space.atMostBecause());
        json.list("repositories", plan.repositories(), this::writeRepository);
    }

    private void writeRepository(RepositoryPlan plan) throws IOException {
        RepositoryJudgement judgement = plan.verdicts().judgement();
        json.text("name", plan.name());
        json.text("heldBack", plan.heldBack());
        json.text("childrenStay", judgement.childrenStay());
        new FactsWriter(json).write(plan.verdicts());
        new JudgementWriter(json).write(plan.verdicts());
        new DeletionWriter(json).write(plan);
    }
}
