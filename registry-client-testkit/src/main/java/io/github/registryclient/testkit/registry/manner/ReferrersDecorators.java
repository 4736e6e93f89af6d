package io.github.registryclient.testkit.registry.manner;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.json.Json;
import io.github.registryclient.testkit.manner.ReferrersManner;
import io.github.registryclient.testkit.registry.ErrorCode;
import io.github.registryclient.testkit.registry.PlainText;
import io.github.registryclient.testkit.registry.Refusal;
import io.github.registryclient.testkit.registry.Resource;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/** What is behind {@link ReferrersManner}. */
final class ReferrersDecorators {
    private static final String FILTERS_APPLIED = "OCI-Filters-Applied";
    private static final On READING = On.reading(Resource.REFERRERS);

    private ReferrersDecorators() {}

    static Map<ReferrersManner, Decorator> all() {
        Map<ReferrersManner, Decorator> all = new EnumMap<>(ReferrersManner.class);
        addRefusals(all);
        addIndexes(all);
        all.put(ReferrersManner.MISSING_SUBJECT_IS_INVALID, READING.answering((request, route, inner, store) -> {
            if (store.manifest(route.repository(), route.digest()).isPresent()) {
                return inner.handle(request);
            }
            throw Refusal.of(400, ErrorCode.MANIFEST_INVALID, route.last());
        }));
        all.put(ReferrersManner.MISSING_REPOSITORY_IS_NAME_UNKNOWN, MissingRepository.isUnknown(404, READING));
        all.put(
                ReferrersManner.SUBJECT_IS_NOT_HANDLED,
                On.method("PUT", Resource.MANIFEST).changing((request, response) -> response.without("OCI-Subject")));
        return all;
    }

    private static void addRefusals(Map<ReferrersManner, Decorator> all) {
        always(all, ReferrersManner.ABSENT, PlainText.notFound());
        all.put(
                ReferrersManner.METHOD_UNKNOWN,
                READING.answering((request, route, inner, store) ->
                        ErrorAnswer.of(404, "METHOD_UNKNOWN", "We don't understand your method + url")));
        always(all, ReferrersManner.BAD_REQUEST, PlainText.of(400, "Bad Request\n"));
        always(
                all,
                ReferrersManner.DENIED,
                Refusal.of(403, ErrorCode.DENIED, "referrers").answer());
        always(all, ReferrersManner.NOT_ALLOWED, PlainText.of(405, "Method Not Allowed\n"));
        always(all, ReferrersManner.NOT_ACCEPTABLE, PlainText.of(406, "Not Acceptable\n"));
        always(
                all,
                ReferrersManner.SEE_OTHER,
                Response.of(303).header("Location", "https://packages.example.com/referrers"));
        always(all, ReferrersManner.PAGE, Pages.forPeople(200));
    }

    private static void always(Map<ReferrersManner, Decorator> all, ReferrersManner manner, Response response) {
        all.put(manner, READING.answering((request, route, inner, store) -> response));
    }

    private static void addIndexes(Map<ReferrersManner, Decorator> all) {
        all.put(
                ReferrersManner.CONTENT_TYPE_IS_JSON,
                READING.changingFound((request, response) ->
                        response.without("Content-Type").header("Content-Type", "application/json")));
        all.put(
                ReferrersManner.UNFILTERED,
                READING.answering((request, route, inner, store) -> inner.handle(request.withTarget(request.path()))));
        all.put(
                ReferrersManner.FILTER_IN_AN_ANNOTATION,
                READING.changingFound((request, response) -> annotated(response)));
    }

    private static Response annotated(Response response) throws IOException {
        String filters = response.header(FILTERS_APPLIED).orElse("");
        if (filters.isEmpty()) {
            return response;
        }
        ObjectNode index = Json.of(response);
        index.putObject("annotations").put("org.opencontainers.referrers.filtersApplied", filters);
        return response.without(FILTERS_APPLIED).body(Json.bytes(index));
    }
}
