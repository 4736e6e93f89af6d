package io.github.registryclient.cleanup.plan;

import io.github.registryclient.cleanup.graph.BlobFacts;
import io.github.registryclient.cleanup.graph.ChildFacts;
import io.github.registryclient.cleanup.graph.ManifestFacts;
import io.github.registryclient.cleanup.graph.RepositoryFacts;
import io.github.registryclient.cleanup.json.Words;
import io.github.registryclient.cleanup.judge.Decision;
import io.github.registryclient.cleanup.judge.Verdicts;
import io.github.registryclient.name.Digest;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Writes what was read of a repository, and what becomes of each manifest. */
final class FactsWriter {
    private final JsonWriting json;

    FactsWriter(JsonWriting json) {
        this.json = json;
    }

    void write(Verdicts verdicts) throws IOException {
        RepositoryFacts facts = verdicts.judgement().facts();
        json.texts("troubles", facts.troubles());
        json.texts("missing", sorted(facts.missing()));
        json.texts("missingBlobs", sorted(facts.missingBlobs()));
        json.object(
                "referrers",
                JsonWriting.byText(facts.referrers()),
                (subject, referrers) -> json.texts(subject, sorted(referrers)));
        List<ManifestFacts> manifests = facts.manifests().values().stream()
                .sorted((one, other) ->
                        one.digest().toString().compareTo(other.digest().toString()))
                .collect(Collectors.toList());
        json.list("manifests", manifests, manifest -> {
            writeManifest(manifest);
            Decision decision = Objects.requireNonNull(verdicts.manifests().get(manifest.digest()));
            json.text("verdict", Words.of(decision.verdict()));
            json.text("because", decision.because());
        });
    }

    static List<String> sorted(Collection<Digest> digests) {
        return digests.stream().map(Digest::toString).sorted().collect(Collectors.toList());
    }

    private void writeManifest(ManifestFacts manifest) throws IOException {
        json.text("digest", manifest.digest());
        json.text("mediaType", manifest.mediaType());
        json.text("kind", Words.of(manifest.kind()));
        json.number("size", manifest.size());
        json.text("subject", manifest.subject());
        json.text("config", manifest.config());
        json.text("createdAnnotation", manifest.createdAnnotation());
        json.text("createdByConfig", manifest.createdByConfig());
        json.text("platform", manifest.platform());
        json.object("annotations", JsonWriting.byText(manifest.annotations()), json::text);
        json.object("labels", JsonWriting.byText(manifest.labels()), json::text);
        json.list("children", manifest.children(), this::writeChild);
        json.list("blobs", manifest.blobs(), this::writeBlob);
    }

    private void writeChild(ChildFacts child) throws IOException {
        json.text("digest", child.digest());
        json.text("platform", child.platform());
        json.flag("attestation", child.attestation());
    }

    private void writeBlob(BlobFacts blob) throws IOException {
        json.text("digest", blob.digest());
        json.number("size", blob.size());
        json.flag("foreign", blob.foreign());
    }
}
