package io.github.registryclient.testkit.registry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.registryclient.manifest.MediaTypes;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.json.Json;
import io.github.registryclient.testkit.registry.store.Store;
import io.github.registryclient.testkit.registry.store.StoredManifest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lists what refers to a digest, whether there is something of that digest or not: end-12a and end-12b. */
final class ReferrersEndpoint implements Endpoint {
    private final Store store;
    private final Settings settings;

    ReferrersEndpoint(Store store, Settings settings) {
        this.store = store;
        this.settings = settings;
    }

    @Override
    public Response handle(Request request, Route route) {
        RepositoryName name = route.repository();
        Digest subject = route.digest();
        Optional<String> wanted = request.query("artifactType").filter(type -> !type.isEmpty());
        String after = request.query("last").orElse("");
        List<StoredManifest> rest = store.referrers(name, subject).stream()
                .filter(manifest -> manifest.digest().toString().compareTo(after) > 0)
                .filter(manifest ->
                        wanted.isEmpty() || wanted.equals(manifest.document().artifactType()))
                .collect(Collectors.toList());
        ObjectNode index = index();
        int count = fill(index, rest);
        Response response = Json.answer(200, MediaTypes.OCI_INDEX, index);
        if (wanted.isPresent()) {
            response = response.header("OCI-Filters-Applied", "artifactType");
        }
        if (count == rest.size()) {
            return response;
        }
        String path = "/v2/" + name + "/referrers/" + subject;
        String filter =
                wanted.map(type -> "artifactType=" + Page.encode(type) + "&").orElse("");
        return Page.link(
                response,
                path + "?" + filter + "last="
                        + Page.encode(rest.get(count - 1).digest().toString()));
    }

    private static ObjectNode index() {
        ObjectNode index = Json.object().put("schemaVersion", 2).put("mediaType", MediaTypes.OCI_INDEX);
        index.putArray("manifests");
        return index;
    }

    /** Adds as many as the page takes, at least one. */
    private int fill(ObjectNode index, List<StoredManifest> manifests) {
        ArrayNode array = index.withArray("manifests");
        long length = Json.bytes(index).length;
        for (StoredManifest manifest : manifests) {
            ObjectNode descriptor = descriptor(manifest);
            length += Json.bytes(descriptor).length + 1;
            boolean full = array.size() >= settings.referrersPerPage() || length > settings.manifestLimit();
            if (full && !array.isEmpty()) {
                break;
            }
            array.add(descriptor);
        }
        return array.size();
    }

    private static ObjectNode descriptor(StoredManifest manifest) {
        ObjectNode descriptor = Json.object()
                .put("mediaType", manifest.mediaType())
                .put("digest", manifest.digest().toString())
                .put("size", manifest.size());
        manifest.document().artifactType().ifPresent(type -> descriptor.put("artifactType", type));
        if (!manifest.document().annotations().isEmpty()) {
            manifest.document().annotations().forEach(descriptor.putObject("annotations")::put);
        }
        return descriptor;
    }
}
