package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.manner.CatalogManner;
import io.github.registryclient.testkit.registry.PlainText;
import io.github.registryclient.testkit.registry.Resource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is behind {@link CatalogManner}. */
final class CatalogDecorators {
    private CatalogDecorators() {}

    static Map<CatalogManner, Decorator> all() {
        Map<CatalogManner, Decorator> all = new EnumMap<>(CatalogManner.class);
        On catalog = On.reading(Resource.CATALOG);
        refusals(all, catalog);
        sizes(all, new SizeRules(catalog));
        orders(all, new Orders(catalog));
        cursors(all, new LastRules(catalog), catalog);
        contents(all, catalog);
        return all;
    }

    private static void refusals(Map<CatalogManner, Decorator> all, On catalog) {
        all.put(CatalogManner.ABSENT, always(catalog, PlainText.notFound()));
        all.put(
                CatalogManner.UNSUPPORTED,
                always(catalog, ErrorAnswer.of(405, "UNSUPPORTED", "The operation is unsupported.")));
        all.put(
                CatalogManner.FOR_ADMINISTRATORS,
                always(catalog, unauthorized("Basic realm=\"harbor\"", "unauthorized to list catalog")));
        all.put(
                CatalogManner.INSUFFICIENT_SCOPE,
                always(
                        catalog,
                        unauthorized(
                                "Bearer realm=\"https://auth.registry.example/token\",service=\"registry.example\","
                                        + "scope=\"registry:catalog:*\",error=\"insufficient_scope\"",
                                "authentication required")));
        all.put(CatalogManner.EMPTY_FOR_ANONYMOUS, AnonymousCatalog.empty());
    }

    private static Decorator always(On catalog, Response answer) {
        return catalog.answering((request, route, inner, store) -> answer);
    }

    static Response unauthorized(String challenge, String message) {
        return ErrorAnswer.of(401, "UNAUTHORIZED", message).header("WWW-Authenticate", challenge);
    }

    private static void sizes(Map<CatalogManner, Decorator> all, SizeRules sizes) {
        all.put(CatalogManner.PAGES_OF_100, sizes.unlessSaid(100));
        all.put(CatalogManner.PAGES_OF_AT_MOST_100, sizes.atMost(100));
        all.put(CatalogManner.N_ABOVE_1000_IS_REFUSED, sizes.above1000IsRefused());
        all.put(CatalogManner.N_ABOVE_1000_MEANS_1000, sizes.above1000Means1000());
        all.put(CatalogManner.N_ABOVE_1000_IS_UNSUPPORTED, sizes.above1000IsUnsupported());
        all.put(CatalogManner.ZERO_MEANS_ONE, sizes.zeroMeansOne());
        all.put(CatalogManner.BAD_N_IS_IGNORED, sizes.badIsIgnored());
        all.put(
                CatalogManner.BAD_N_IS_REFUSED,
                sizes.answeringBad(
                        SizeRules::isBad,
                        n -> ErrorAnswer.number(ErrorAnswer.detail().put("n", n))));
        all.put(
                CatalogManner.BAD_N_IS_A_BAD_REQUEST,
                sizes.answeringBad(
                        SizeRules::isBad,
                        n -> ErrorAnswer.of(400, "BAD_REQUEST", "the N must be a positive int type")));
        all.put(
                CatalogManner.BAD_N_MEANS_ZERO,
                sizes.rewriting(query -> query.n().filter(n -> !n.isEmpty()).isEmpty()
                        ? query.withoutN()
                        : query.withN(Numbers.nearest(query.n().orElseThrow(), 0, Integer.MAX_VALUE))));
    }

    private static void orders(Map<CatalogManner, Decorator> all, Orders orders) {
        all.put(CatalogManner.WALKED_ON_DISK_AS_2_8, DiskCatalog.ofDistribution2());
        all.put(CatalogManner.WALKED_ON_DISK_AS_3_0, DiskCatalog.ofDistribution3());
        all.put(CatalogManner.WALKED_ON_DISK_AS_3_1_2, DiskCatalog.ofDistribution312());
        all.put(CatalogManner.SEGMENT_BY_SEGMENT, orders.sorted(DiskWalk.segments()));
        all.put(CatalogManner.RANDOM_ORDER, orders.changing());
    }

    private static void cursors(Map<CatalogManner, Decorator> all, LastRules last, On catalog) {
        all.put(CatalogManner.LAST_IS_IGNORED, last.ignored());
        all.put(CatalogManner.LAST_NEEDS_N, last.ignoredWithoutN());
        all.put(
                CatalogManner.UNKNOWN_LAST_IS_REFUSED,
                last.unknown((request, whole, name) -> ErrorAnswer.of(
                        400, "BAD_REQUEST", "the last: " + name + " should be a valid repository name.")));
        all.put(CatalogManner.UNKNOWN_LAST_ENDS_IT, last.unknown((request, whole, name) -> whole.with(List.of())));
        all.put(CatalogManner.FULL_PAGE_HAS_LINK, catalog.changingFound(MoreLinks::onFullPage));
        all.put(CatalogManner.CURSOR_IS_A_TOKEN, TokenCursor.of(catalog));
    }

    private static void contents(Map<CatalogManner, Decorator> all, On catalog) {
        all.put(CatalogManner.CUT_AT_10000, catalog.changingFound((request, response) -> {
            NameList list = NameList.of(response);
            List<String> names = list.names();
            boolean cut = request.query("n").isEmpty() && names.size() > 10_000;
            return cut ? list.with(names.subList(0, 10_000)) : response;
        }));
        all.put(CatalogManner.NULL_WHEN_EMPTY, catalog.changingFound(EmptyLists::alwaysNull));
        all.put(
                CatalogManner.WITHOUT_MANIFEST_IS_ABSENT,
                PushHistory.known(history -> KnownRepositories.inCatalog(history::hadManifest)));
        all.put(CatalogManner.EMPTY_IS_ABSENT, KnownRepositories.inCatalog(KnownRepositories::hasManifest));
    }
}
