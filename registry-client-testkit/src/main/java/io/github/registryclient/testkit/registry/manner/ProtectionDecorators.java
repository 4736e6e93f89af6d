package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.manner.DeletionManner;
import io.github.registryclient.testkit.registry.Resource;
import io.github.registryclient.testkit.registry.Route;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is behind those of {@link DeletionManner} that refuse to delete one manifest while others can be deleted. */
final class ProtectionDecorators {
    private static final String IMMUTABLE = "immutable";

    private ProtectionDecorators() {}

    static Map<DeletionManner, Decorator> all() {
        Map<DeletionManner, Decorator> all = new EnumMap<>(DeletionManner.class);
        addTags(all);
        addImmutableTags(all);
        addParents(all);
        return all;
    }

    private static void addTags(Map<DeletionManner, Decorator> all) {
        all.put(
                DeletionManner.TAGGED_IS_REFUSED,
                refusing((doomed, route) -> firstTag(doomed, route)
                        .map(tag -> new Objection(
                                400, "GOOGLE_MANIFEST_DANGLING_TAG", "Manifest is still referenced by tag: " + tag))));
        all.put(
                DeletionManner.UNTAGGED_IS_NOT_FOUND,
                refusing((doomed, route) -> route.isDigest() && doomed.tags().isEmpty()
                        ? Optional.of(new Objection(404, "MANIFEST_UNKNOWN", "manifest unknown"))
                        : Optional.empty()));
        all.put(
                DeletionManner.SEVERAL_TAGS_ARE_A_CONFLICT,
                refusing((doomed, route) -> route.isDigest() && doomed.tags().size() > 1
                        ? Optional.of(new Objection(409, "MANIFEST_INVALID", "manifest invalid"))
                        : Optional.empty()));
    }

    private static Optional<Tag> firstTag(Doomed doomed, Route route) {
        return route.isDigest() ? doomed.tags().stream().findFirst() : Optional.empty();
    }

    private static void addImmutableTags(Map<DeletionManner, Decorator> all) {
        all.put(
                DeletionManner.IMMUTABLE_TAG_IS_A_PRECONDITION,
                refusing((doomed, route) -> immutable(doomed, route)
                        .map(tag -> new Objection(
                                412,
                                "PRECONDITION",
                                "the tag " + tag + " configured as immutable, cannot be deleted"))));
        all.put(
                DeletionManner.IMMUTABLE_TAG_IS_A_CONFLICT,
                refusing((doomed, route) -> immutable(doomed, route)
                        .map(tag ->
                                new Objection(409, "TAG_IMMUTABLE", "tag is immutable and cannot be overwritten"))));
    }

    /** The immutable tag that would go: any of the manifest's, or the one that is named. */
    private static Optional<Tag> immutable(Doomed doomed, Route route) {
        List<Tag> going = route.isDigest() ? doomed.tags() : List.of(Tag.of(route.last()));
        return going.stream()
                .filter(tag -> tag.toString().startsWith(IMMUTABLE))
                .findFirst();
    }

    private static void addParents(Map<DeletionManner, Decorator> all) {
        child(all, DeletionManner.CHILD_IS_DENIED, 405, "DENIED", "requested access to the resource is denied");
        child(
                all,
                DeletionManner.CHILD_IS_A_FOREIGN_KEY,
                412,
                "VIOLATE_FOREIGN_KEY_CONSTRAINT",
                "the deleting artifact is referenced by others");
        child(
                all,
                DeletionManner.CHILD_HAS_A_DANGLING_PARENT,
                400,
                "GOOGLE_MANIFEST_DANGLING_PARENT_IMAGE",
                "Manifest is still referenced by one or more parent images");
        child(
                all,
                DeletionManner.CHILD_IS_REFERENCED_BY_A_LIST,
                400,
                "UNSUPPORTED",
                "Requested image referenced by manifest list");
    }

    private static void child(
            Map<DeletionManner, Decorator> all, DeletionManner manner, int status, String code, String message) {
        all.put(
                manner,
                refusing(
                        (doomed, route) -> route.isDigest() && !doomed.parents().isEmpty()
                                ? Optional.of(new Objection(status, code, message))
                                : Optional.empty()));
    }

    /** Looks and deletes in one step. */
    private static Decorator refusing(Protection protection) {
        return On.method("DELETE", Resource.MANIFEST)
                .answering((request, route, inner, store) -> store.exclusively(() -> {
                    Optional<Objection> objection =
                            Doomed.of(store, route).flatMap(doomed -> protection.of(doomed, route));
                    return objection.isPresent() ? objection.get().answer() : inner.handle(request);
                }));
    }

    /** Why a manifest cannot be deleted, if there is a reason. */
    private interface Protection {
        Optional<Objection> of(Doomed doomed, Route route);
    }

    /** What is said then. */
    private static final class Objection {
        private final int status;
        private final String code;
        private final String message;

        Objection(int status, String code, String message) {
            this.status = status;
            this.code = code;
            this.message = message;
        }

        Response answer() {
            return ErrorAnswer.of(status, code, message);
        }
    }
}
