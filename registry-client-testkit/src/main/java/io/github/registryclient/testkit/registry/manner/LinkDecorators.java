package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.manner.LinkManner;
import io.github.registryclient.testkit.registry.Resource;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What is behind {@link LinkManner}. */
final class LinkDecorators {
    private static final String NOWHERE = "/repository/docker";

    private LinkDecorators() {}

    static Map<LinkManner, Decorator> all() {
        Map<LinkManner, Decorator> all = new EnumMap<>(LinkManner.class);
        all.put(LinkManner.ABSOLUTE, form((origin, target) -> one(origin + target)));
        all.put(LinkManner.OTHER_SCHEME, form((origin, target) -> one(otherScheme(origin) + target)));
        all.put(LinkManner.OTHER_HOST, form((origin, target) -> one("https://registry.example" + target)));
        all.put(LinkManner.OTHER_PREFIX, form((origin, target) -> one(origin + NOWHERE + target)));
        all.put(LinkManner.LOST_FIRST_SEGMENT, target(LinkDecorators::withoutFirstSegment));
        all.put(LinkManner.RELATIVE, target(target -> target.substring(lastSlash(target) + 1)));
        all.put(LinkManner.WITHOUT_BRACKETS, form((origin, target) -> List.of(target + "; rel=\"next\"")));
        all.put(LinkManner.UNQUOTED_REL, form((origin, target) -> List.of("<" + target + ">; rel=next")));
        all.put(LinkManner.UPPER_CASE, found(LinkDecorators::inCapitals));
        all.put(
                LinkManner.OTHER_PARAMETERS,
                form((origin, target) ->
                        List.of("<" + target + ">; title=\"more, or; less\"; rel=\"next\"; type=\"text/html\"")));
        all.put(
                LinkManner.OTHER_REL_FIRST,
                form((origin, target) -> List.of(first(target) + ", " + LinkHeader.plain(target))));
        all.put(
                LinkManner.TWO_IN_ONE,
                form((origin, target) -> List.of(LinkHeader.plain(target) + ", " + first(target))));
        all.put(LinkManner.TWO_HEADERS, form((origin, target) -> List.of(first(target), LinkHeader.plain(target))));
        all.put(LinkManner.LAST_BEFORE_N, target(LinkDecorators::lastBeforeN));
        all.put(LinkManner.UNESCAPED, target(target -> target.replace("%2F", "/")));
        all.put(LinkManner.MISSING, found((request, response) -> response.without(LinkHeader.LINK)));
        all.put(LinkManner.REPEATED, found(LinkDecorators::toItself));
        all.put(LinkManner.ON_FULL_PAGE, found(MoreLinks::onFullPage));
        all.put(LinkManner.ON_NON_EMPTY_PAGE, found(MoreLinks::onNonEmptyPage));
        return all;
    }

    private static Decorator found(On.Changing change) {
        return On.reading(Resource.TAGS, Resource.CATALOG).changingFound(change);
    }

    private static Decorator form(LinkHeader.Form form) {
        return found((request, response) -> LinkHeader.rewritten(request, response, form));
    }

    private static Decorator target(UnaryOperator<String> change) {
        return form((origin, target) -> one(change.apply(target)));
    }

    private static List<String> one(String target) {
        return List.of(LinkHeader.plain(target));
    }

    private static String first(String target) {
        return "<" + target.substring(0, target.indexOf('?')) + ">; rel=\"first\"";
    }

    private static String otherScheme(String origin) {
        return origin.startsWith("https:") ? origin.replace("https:", "http:") : origin.replace("http:", "https:");
    }

    private static int lastSlash(String target) {
        return target.lastIndexOf('/', target.indexOf('?'));
    }

    private static String withoutFirstSegment(String target) {
        return target.replaceFirst("^/v2/[^/]+/(?=[^/]+/.*tags/list)", "/v2/");
    }

    private static String lastBeforeN(String target) {
        return target.replaceFirst("\\?(n=[^&]*)&(last=.*)$", "?$2&$1");
    }

    private static Response inCapitals(Request request, Response response) {
        return LinkHeader.target(response)
                .map(target -> response.without(LinkHeader.LINK).header("LINK", "<" + target + ">; REL=\"NEXT\""))
                .orElse(response);
    }

    private static Response toItself(Request request, Response response) throws IOException {
        return LinkHeader.target(response).isEmpty() ? response : LinkHeader.to(response, request.target());
    }
}
