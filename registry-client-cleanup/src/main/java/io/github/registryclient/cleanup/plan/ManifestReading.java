package io.github.registryclient.cleanup.plan;

import io.github.registryclient.cleanup.graph.BlobFacts;
import io.github.registryclient.cleanup.graph.ChildFacts;
import io.github.registryclient.cleanup.graph.ManifestFacts;
import io.github.registryclient.cleanup.json.JsonObject;
import io.github.registryclient.cleanup.json.Words;
import io.github.registryclient.cleanup.policy.ManifestKind;
import io.github.registryclient.name.Digest;

/** Reads what a plan knows of a manifest. */
final class ManifestReading {
    private ManifestReading() {}

    static ManifestFacts of(JsonObject json) {
        ManifestFacts.Builder facts = ManifestFacts.builder()
                .digest(json.required("digest", json.text("digest", Digest::of)))
                .mediaType(json.required("mediaType", json.text("mediaType")))
                .kind(json.required("kind", json.text("kind", word -> Words.read(ManifestKind.class, word))))
                .size(json.required("size", json.longNumber("size")))
                .subject(json.text("subject", Digest::of))
                .config(json.text("config", Digest::of))
                .createdAnnotation(json.text("createdAnnotation"))
                .createdByConfig(json.text("createdByConfig"))
                .platform(json.text("platform"))
                .annotations(json.textsByName("annotations", text -> text))
                .labels(json.textsByName("labels", text -> text));
        json.objects("children").ifPresent(all -> all.forEach(child -> facts.addChildren(child(child))));
        json.objects("blobs").ifPresent(all -> all.forEach(blob -> facts.addBlobs(blob(blob))));
        json.text("verdict"); // follows from the rest
        json.text("because");
        json.end();
        return json.here(facts::build);
    }

    private static ChildFacts child(JsonObject json) {
        ChildFacts child = ChildFacts.builder()
                .digest(json.required("digest", json.text("digest", Digest::of)))
                .platform(json.text("platform"))
                .attestation(json.flag("attestation").orElse(false))
                .build();
        json.end();
        return child;
    }

    private static BlobFacts blob(JsonObject json) {
        BlobFacts blob = BlobFacts.builder()
                .digest(json.required("digest", json.text("digest", Digest::of)))
                .size(json.required("size", json.longNumber("size")))
                .foreign(json.flag("foreign").orElse(false))
                .build();
        json.end();
        return blob;
    }
}
