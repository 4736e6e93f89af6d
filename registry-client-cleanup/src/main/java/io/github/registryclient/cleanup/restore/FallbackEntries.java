package io.github.registryclient.cleanup.restore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.registryclient.error.MalformedDocumentException;
import io.github.registryclient.manifest.Descriptor;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import java.io.IOException;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The entries of two indexes that list what refers to one subject (OCI distribution spec 1.1, "Referrers Tag Schema"). */
final class FallbackEntries {
    private static final String ENTRIES = "manifests";

    private FallbackEntries() {}

    static Set<Digest> of(Manifest index) {
        return index.entries().stream().map(Descriptor::digest).collect(Collectors.toSet());
    }

    /** Theirs with those of ours that are wanted, as they stand in ours. */
    static Manifest added(Manifest theirs, Manifest ours, Predicate<Digest> wanted) {
        JsonMapper mapper = new JsonMapper();
        try {
            JsonNode document = mapper.readTree(theirs.bytes());
            JsonNode from = mapper.readTree(ours.bytes());
            for (JsonNode entry : from.path(ENTRIES)) {
                if (Digest.parse(entry.path("digest").asText()).filter(wanted).isPresent()) {
                    ((ObjectNode) document).withArray(ENTRIES).add(entry);
                }
            }
            return Manifest.parse(theirs.mediaType(), mapper.writeValueAsBytes(document));
        } catch (IOException e) {
            throw new MalformedDocumentException("an index that was read before cannot be read again", e);
        }
    }
}
