package io.github.registryclient.testkit.registry.manner;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.json.Json;
import io.github.registryclient.testkit.manner.TagListManner;
import io.github.registryclient.testkit.registry.Resource;
import io.github.registryclient.testkit.registry.Route;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is behind {@link TagListManner}. */
final class TagListDecorators {
    private TagListDecorators() {}

    static Map<TagListManner, Decorator> all() {
        Map<TagListManner, Decorator> all = new EnumMap<>(TagListManner.class);
        On tags = On.reading(Resource.TAGS);
        orders(all, tags);
        sizes(all, new SizeRules(tags));
        cursors(all, new LastRules(tags), tags);
        contents(all, tags);
        repositories(all, tags);
        return all;
    }

    private static void orders(Map<TagListManner, Decorator> all, On tags) {
        all.put(TagListManner.UNSORTED, new Orders(tags).meaningless());
        all.put(
                TagListManner.OLDEST_FIRST,
                PushHistory.known(history -> tags.answering((request, route, inner, store) -> {
                    Optional<NameList> whole = NameList.whole(request, inner);
                    return whole.isEmpty()
                            ? inner.handle(request)
                            : Paging.page(
                                    request,
                                    whole.get(),
                                    oldestFirst(whole.get().names(), history.tags(route.repository())));
                })));
    }

    private static List<String> oldestFirst(List<String> present, List<String> pushed) {
        List<String> ordered = new ArrayList<>(present);
        ordered.removeAll(pushed);
        List<String> known = new ArrayList<>(pushed);
        known.retainAll(present);
        ordered.addAll(known);
        return ordered;
    }

    private static void sizes(Map<TagListManner, Decorator> all, SizeRules sizes) {
        all.put(TagListManner.UNPAGED, sizes.rewriting(query -> query.withoutN().withoutLast()));
        all.put(TagListManner.PAGES_OF_100, sizes.unlessSaid(100));
        all.put(TagListManner.BAD_N_IS_IGNORED, sizes.badIsIgnored());
        all.put(TagListManner.PAGES_OF_AT_MOST_100, sizes.atMost(100));
        all.put(TagListManner.N_ABOVE_1000_IS_REFUSED, sizes.above1000IsRefused());
        all.put(TagListManner.N_ABOVE_1000_MEANS_1000, sizes.above1000Means1000());
        all.put(TagListManner.N_ABOVE_1000_IS_UNSUPPORTED, sizes.above1000IsUnsupported());
        all.put(TagListManner.ZERO_MEANS_ONE, sizes.zeroMeansOne());
        all.put(
                TagListManner.BAD_N_IS_REFUSED,
                sizes.answeringBad(
                        SizeRules::isBad,
                        n -> ErrorAnswer.number(ErrorAnswer.detail().put("n", n))));
        all.put(
                TagListManner.BAD_N_IS_REFUSED_AS_A_NUMBER,
                sizes.answeringBad(
                        SizeRules::isBad,
                        n -> ErrorAnswer.number(ErrorAnswer.detail().put("n", Numbers.nearest(n)))));
        all.put(
                TagListManner.BAD_N_IS_A_BAD_REQUEST,
                sizes.answeringBad(
                        n -> Numbers.parse(n).isEmpty(), n -> ErrorAnswer.of(400, "BAD_REQUEST", "parsing n: " + n)));
        all.put(TagListManner.BAD_N_IS_AN_EMPTY_ANSWER, sizes.answeringBadAndAmbiguous(Response.of(400)));
        all.put(
                TagListManner.NEGATIVE_N_BREAKS_OFF,
                sizes.answeringBad(
                        n -> Numbers.parse(n).filter(number -> number < 0).isPresent(), n -> BrokenOff.ANSWER));
    }

    private static void cursors(Map<TagListManner, Decorator> all, LastRules last, On tags) {
        all.put(TagListManner.UNKNOWN_LAST_SKIPS_ONE, last.unknownSkipsOne());
        all.put(TagListManner.UNKNOWN_LAST_IS_NOT_FOUND, last.unknown((request, whole, name) -> Response.of(404)));
        all.put(TagListManner.LAST_OF_ALL_BEGINS_AGAIN, last.lastOfAllBeginsAgain());
        all.put(TagListManner.FULL_PAGE_HAS_LINK, tags.changingFound(MoreLinks::onFullPage));
        all.put(TagListManner.CURSOR_IS_A_TOKEN, TokenCursor.of(tags));
    }

    private static void contents(Map<TagListManner, Decorator> all, On tags) {
        all.put(TagListManner.NULL_WHEN_EMPTY, tags.changingFound(EmptyLists::nullUnlessZero));
        all.put(TagListManner.NO_FIELD_WHEN_EMPTY, tags.changingFound(EmptyLists::noField));
        all.put(TagListManner.NULL_ENTRIES, tags.changingFound(TagContents::withNulls));
        all.put(TagListManner.DUPLICATES, tags.changingFound(TagContents::withDuplicates));
        all.put(TagListManner.OTHER_NAME, tags.changingFound(TagContents::withOtherName));
        all.put(TagListManner.DIGESTS_AMONG_TAGS, tags.answering((request, route, inner, store) -> {
            Optional<NameList> whole = NameList.whole(request, inner);
            return whole.isEmpty()
                    ? inner.handle(request)
                    : TagContents.withDigests(request, whole.get(), store.manifests(route.repository()));
        }));
        all.put(TagListManner.WITH_MANIFESTS, tags.answering((request, route, inner, store) -> {
            Response response = inner.handle(request);
            return response.status() == 200 ? TagContents.withManifests(route, response, store) : response;
        }));
    }

    private static void repositories(Map<TagListManner, Decorator> all, On tags) {
        all.put(
                TagListManner.NEVER_TAGGED_IS_UNKNOWN,
                PushHistory.known(history -> KnownRepositories.inTags(history::wasTagged)));
        all.put(TagListManner.EMPTY_IS_UNKNOWN, KnownRepositories.inTags(KnownRepositories::hasTag));
        all.put(
                TagListManner.WITHOUT_MANIFEST_IS_UNKNOWN,
                PushHistory.known(history -> KnownRepositories.inTags(history::hadManifest)));
        all.put(
                TagListManner.UNKNOWN_IS_UNAUTHORIZED,
                tags.changing((request, response) -> response.status() == 404
                        ? ErrorAnswer.of(401, "UNAUTHORIZED", "access to the requested resource is not authorized")
                        : response));
        all.put(TagListManner.LAST_NEEDS_NO_REPOSITORY, tags.answering((request, route, inner, store) -> {
            Response response = inner.handle(request);
            boolean behindNothing =
                    response.status() == 404 && ListingQuery.of(request).last().isPresent();
            return behindNothing ? nothingOf(route) : response;
        }));
        all.put(
                TagListManner.ZERO_NEEDS_NO_REPOSITORY,
                tags.answering((request, route, inner, store) -> ListingQuery.of(request)
                                .size()
                                .filter(size -> size == 0)
                                .isPresent()
                        ? nothingOf(route)
                        : inner.handle(request)));
    }

    private static Response nothingOf(Route route) throws IOException {
        ObjectNode document = JsonNodeFactory.instance
                .objectNode()
                .put("name", route.repository().toString());
        document.putArray("tags");
        return Response.of(200).header("Content-Type", "application/json").body(Json.bytes(document));
    }
}
