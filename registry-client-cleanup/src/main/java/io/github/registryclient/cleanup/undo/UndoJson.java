package io.github.registryclient.cleanup.undo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.registryclient.cleanup.files.WholeFiles;
import io.github.registryclient.cleanup.json.Words;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;

/** A report as JSON; what is empty is left out. */
final class UndoJson {
    private static final JsonMapper MAPPER = new JsonMapper();

    private UndoJson() {}

    static String of(UndoReport report) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("undoReportVersion", 1);
        json.put("registry", report.registry());
        json.put("selection", report.selection());
        report.run().ifPresent(run -> json.put("run", run));
        json.put("begun", report.begun().toString());
        json.put("ended", report.ended().toString());
        json.put("complete", report.isComplete());
        ObjectNode counts = json.putObject("counts");
        report.counts().forEach((status, count) -> counts.put(Words.of(status), count));
        ArrayNode items = json.putArray("items");
        report.items().forEach(item -> add(items.addObject(), item));
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    private static void add(ObjectNode json, UndoItem item) {
        json.put("repository", item.repository().toString());
        json.put("digest", item.digest().toString());
        json.put("status", Words.of(item.status()));
        texts(json, "tags", item.tags());
        texts(json, "taken", item.taken());
        item.reason().ifPresent(reason -> json.put("reason", reason));
        item.gone().ifPresent(gone -> json.put("gone", gone.toString()));
    }

    private static void texts(ObjectNode json, String name, Collection<?> values) {
        if (!values.isEmpty()) {
            ArrayNode texts = json.putArray(name);
            values.forEach(value -> texts.add(value.toString()));
        }
    }

    static void write(UndoReport report, Path file) {
        WholeFiles.write("the report", file, out -> out.write(of(report).getBytes(StandardCharsets.UTF_8)));
    }
}
