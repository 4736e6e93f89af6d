package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.registry.Resource;
import io.github.registryclient.testkit.registry.store.Store;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which repositories a server knows: not all count one into which only blobs were pushed, or whose tags are gone. */
final class KnownRepositories {
    private KnownRepositories() {}

    /** Tags are listed of those known only. */
    static Decorator inTags(Known known) {
        return On.reading(Resource.TAGS)
                .answering((request, route, inner, store) ->
                        known.is(route.repository(), store) ? inner.handle(request) : unknown(route.repository()));
    }

    /** Only those known are listed. */
    static Decorator inCatalog(Known known) {
        return On.reading(Resource.CATALOG).answering((request, route, inner, store) -> {
            Optional<NameList> whole = NameList.whole(request, inner);
            if (whole.isEmpty()) {
                return inner.handle(request);
            }
            String last = ListingQuery.of(request).last().orElse("");
            List<String> names = whole.get().names().stream()
                    .filter(name -> name.compareTo(last) > 0 && known.is(RepositoryName.of(name), store))
                    .collect(Collectors.toList());
            return Paging.from(request, whole.get(), names);
        });
    }

    static Response unknown(RepositoryName repository) {
        return ErrorAnswer.of(
                404,
                "NAME_UNKNOWN",
                "repository name not known to registry",
                ErrorAnswer.detail().put("name", repository.toString()));
    }

    static boolean hasTag(RepositoryName repository, Store store) {
        return store.tags(repository, "", 1).filter(tags -> tags.size() > 0).isPresent();
    }

    static boolean hasManifest(RepositoryName repository, Store store) {
        return hasTag(repository, store) || !store.manifests(repository).isEmpty();
    }

    /** Whether a server knows a repository. */
    interface Known {
        /** Asked of any that may be in the store. */
        boolean is(RepositoryName repository, Store store);
    }
}
