package io.github.registryclient.testkit.registry.manner;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.registry.Route;
import io.github.registryclient.testkit.registry.store.Store;
import io.github.registryclient.testkit.registry.store.StoredManifest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What servers write into a page besides its names, or in their place. */
final class TagContents {
    private TagContents() {}

    static Response withNulls(Request request, Response response) throws IOException {
        NameList list = NameList.of(response);
        ArrayNode names = list.document().withArray(list.field());
        if (!names.isEmpty()) {
            names.insertNull(1);
            names.addNull();
        }
        return list.changed();
    }

    static Response withDuplicates(Request request, Response response) throws IOException {
        NameList list = NameList.of(response);
        List<String> names = new ArrayList<>(list.names());
        if (!names.isEmpty()) {
            names.add(1, names.get(0));
        }
        ListingQuery.of(request).last().ifPresent(last -> names.add(0, last));
        return list.with(names);
    }

    static Response withOtherName(Request request, Response response) throws IOException {
        NameList list = NameList.of(response);
        String name = list.document().path("name").asText();
        list.document().put("name", name.substring(name.indexOf('/') + 1));
        return list.changed();
    }

    /** As if digests were tags: among all that there are, in one order with them. */
    static Response withDigests(Request request, NameList list, List<StoredManifest> manifests) throws IOException {
        TreeSet<String> names = new TreeSet<>(list.names());
        manifests.forEach(manifest -> names.add(manifest.digest().toString()));
        ListingQuery query = ListingQuery.of(request);
        List<String> rest = List.copyOf(names.tailSet(query.last().orElse(""), false));
        return Paging.from(request, list, rest);
    }

    /** What Google's registries add: whole-repository knowledge. */
    static Response withManifests(Route route, Response response, Store store) throws IOException {
        NameList list = NameList.of(response);
        ArrayNode children = list.document().putArray("child");
        String prefix = route.repository() + "/";
        store.repositories(prefix, Integer.MAX_VALUE).toList().stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()).replaceFirst("/.*", ""))
                .distinct()
                .forEach(children::add);
        ObjectNode manifests = list.document().putObject("manifest");
        for (StoredManifest manifest : store.manifests(route.repository())) {
            describe(manifests.putObject(manifest.digest().toString()), manifest, route.repository(), store);
        }
        return list.changed();
    }

    private static void describe(ObjectNode entry, StoredManifest manifest, RepositoryName repository, Store store) {
        entry.put("mediaType", manifest.mediaType());
        entry.put("imageSizeBytes", Long.toString(manifest.size()));
        ArrayNode tags = entry.putArray("tag");
        store.tags(repository).forEach((tag, digest) -> {
            if (digest.equals(manifest.digest())) {
                tags.add(tag.toString());
            }
        });
    }
}
