package io.github.registryclient.testkit.registry.manner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.registryclient.testkit.registry.Answer;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Registries with something to list, and answers to that, shortly. */
final class Listed {
    static final SampleManifest IMAGE = SampleImages.seeded(1).image();

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MANY = 12;

    private Listed() {}

    /** Fills a registry: {@code a/b} with five tags pushed in no order, {@code a}, {@code a-b} and {@code a/b/c} with one. */
    static PlayedRegistry fill(PlayedRegistry registry) {
        return registry.push("a/b", IMAGE, "b", "1.10", "B", "a", "1.9")
                .push("a", IMAGE, "x")
                .push("a-b", IMAGE, "x")
                .push("a/b/c", IMAGE, "x");
    }

    /** Pushes tags {@code t0001} and so on into {@code many}. */
    static PlayedRegistry fillTags(PlayedRegistry registry, int count) {
        return registry.push(
                "many",
                IMAGE,
                IntStream.rangeClosed(1, count)
                        .mapToObj(i -> String.format("t%04d", i))
                        .toArray(String[]::new));
    }

    /** Blobs and nothing else. */
    static PlayedRegistry fillBlobs(PlayedRegistry registry, String repository) {
        IMAGE.blobs()
                .forEach(blob -> registry.send(
                                "POST", "/v2/" + repository + "/blobs/uploads/?digest=" + blob.digest(), blob.bytes())
                        .requireStatus(201));
        return registry;
    }

    /**
     * Sends a request line, and says what came back: the status, the names or the code, the links. More than twelve names are
     * said by their number, the first and the last.
     */
    static String answer(PlayedRegistry registry, String line) {
        String[] words = line.split(" ", 2);
        Answer answer = registry.send(words[0], words[1], new byte[0]);
        if (answer.isCut()) {
            return "the connection ends";
        }
        StringBuilder text = new StringBuilder().append(answer.status());
        text.append(' ').append(content(answer.body()));
        answer.headers("Link").forEach(link -> text.append(' ').append(link));
        return text.toString();
    }

    static String content(String body) {
        JsonNode document;
        try {
            document = MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            return body.strip();
        }
        if (!document.isObject()) {
            return body.strip();
        }
        if (document.has("errors")) {
            return document.path("errors").path(0).path("code").asText();
        }
        JsonNode names = document.has("repositories") ? document.path("repositories") : document.path("tags");
        if (!names.isArray()) {
            return names.isNull() ? "null" : "nothing";
        }
        List<String> list = new ArrayList<>();
        names.forEach(name -> list.add(name.asText()));
        return list.size() > MANY
                ? list.size() + ": " + list.get(0) + " to " + list.get(list.size() - 1)
                : list.toString();
    }
}
