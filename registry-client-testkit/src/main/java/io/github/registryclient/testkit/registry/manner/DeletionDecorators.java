package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.manifest.MediaTypes;
import io.github.registryclient.testkit.http.Delivery;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.manner.DeletionManner;
import io.github.registryclient.testkit.registry.ErrorCode;
import io.github.registryclient.testkit.registry.Refusal;
import io.github.registryclient.testkit.registry.Resource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** What is behind {@link DeletionManner}, apart from what refuses to delete one manifest: {@link ProtectionDecorators}. */
final class DeletionDecorators {
    private static final On DELETE = On.method("DELETE", Resource.MANIFEST);

    private DeletionDecorators() {}

    static Map<DeletionManner, Decorator> all() {
        Map<DeletionManner, Decorator> all = new EnumMap<>(DeletionManner.class);
        addRefusals(all);
        addConsequences(all);
        addAnswers(all);
        all.putAll(ProtectionDecorators.all());
        return all;
    }

    private static void addRefusals(Map<DeletionManner, Decorator> all) {
        all.put(
                DeletionManner.TAG_IS_UNSUPPORTED,
                noTag(Refusal.of(400, ErrorCode.UNSUPPORTED, "delete by digest").answer()));
        all.put(
                DeletionManner.TAG_IS_DIGEST_INVALID,
                noTag(Refusal.of(400, ErrorCode.DIGEST_INVALID, "").answer()));
        all.put(
                DeletionManner.TAG_IS_INVALID_REQUEST,
                noTag(ErrorAnswer.of(400, "INVALID_REQUEST", "A manifest can only be deleted by digest.")));
        // Obeyed where deletion is switched off.
        all.put(DeletionManner.TAG_DELETION_HAS_NO_SWITCH, (inner, store) -> inner);
        all.put(
                DeletionManner.UNSUPPORTED,
                On.method("DELETE", Resource.MANIFEST, Resource.BLOB).answering((request, route, inner, store) -> {
                    throw Refusal.of(405, ErrorCode.UNSUPPORTED, route.last());
                }));
        all.put(
                DeletionManner.MANIFEST_ACCEPT_IS_NOT_ACCEPTABLE,
                DELETE.answering(
                        (request, route, inner, store) -> Accept.of(request).namesAny(MediaTypes.manifests())
                                ? NotAcceptable.answer()
                                : inner.handle(request)));
        all.put(DeletionManner.MISSING_REPOSITORY_IS_A_BAD_REQUEST, MissingRepository.isUnknown(400, DELETE));
    }

    private static Decorator noTag(Response refusal) {
        return DELETE.answering((request, route, inner, store) -> route.isDigest() ? inner.handle(request) : refusal);
    }

    private static void addConsequences(Map<DeletionManner, Decorator> all) {
        all.put(DeletionManner.BLOB_GOES_AS_A_MANIFEST, DELETE.answering(Consequences::blobGoes));
        all.put(DeletionManner.TAGS_DANGLE, DELETE.answering(Consequences::tagsDangle));
        all.put(DeletionManner.ONE_TAG_STAYS, DELETE.answering(Consequences::oneTagStays));
        all.put(DeletionManner.LAST_TAG_TAKES_THE_MANIFEST, DELETE.answering(Consequences::manifestGoesWithLastTag));
        all.put(DeletionManner.INDEX_TAKES_ITS_CHILDREN, DELETE.answering(Consequences::childrenGo));
        all.put(
                DeletionManner.TAGS_OUTLIVE_THEIR_DIGEST,
                On.methods(Set.of("GET", "HEAD", "PUT", "DELETE"), Resource.MANIFEST)
                        .remembering(ForgottenDigests::new));
        all.put(
                DeletionManner.LATER,
                On.methods(Set.of("GET", "HEAD", "DELETE"), Resource.MANIFEST, Resource.TAGS)
                        .remembering(DeletionsToCome::new));
    }

    private static void addAnswers(Map<DeletionManner, Decorator> all) {
        all.put(DeletionManner.ANSWERED_WITH_200, deleted(Response.of(200)));
        all.put(DeletionManner.ANSWERED_WITH_204, deleted(Response.of(204)));
        all.put(
                DeletionManner.WITHOUT_LENGTH,
                deleted(Response.of(202).delivery(Delivery.honest().untilClose())));
    }

    private static Decorator deleted(Response answer) {
        return DELETE.changing((request, response) -> response.status() == 202 ? answer : response);
    }
}
