package io.github.registryclient.testkit.registry.switches;

import io.github.registryclient.testkit.http.Handler;
import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.registry.Resource;
import io.github.registryclient.testkit.registry.Route;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Sends whoever downloads to another server, with the same path: 307, as distribution does where its storage can serve. */
public final class Redirects {
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final Map<Resource, String> origins;

    private Redirects(Map<Resource, String> origins) {
        this.origins = origins;
    }

    /** Everything is served here. */
    public static Redirects none() {
        return new Redirects(new EnumMap<>(Resource.class));
    }

    /** Sends to an origin for what is there of one kind. */
    public Redirects with(Resource resource, URI origin) {
        Map<Resource, String> more = new EnumMap<>(origins);
        more.put(resource, origin.toString().replaceFirst("/$", ""));
        return new Redirects(more);
    }

    /** The registry, which is asked first whether it has what is asked for. */
    public Handler around(Handler registry) {
        return request -> {
            Response response = registry.handle(request);
            String origin = Route.of(request.path())
                    .map(route -> origins.getOrDefault(route.resource(), ""))
                    .orElse("");
            return origin.isEmpty() || !isDownload(request, response)
                    ? response
                    : Response.of(307).header("Location", origin + request.path());
        };
    }

    private static boolean isDownload(Request request, Response response) {
        return READING.contains(request.method()) && response.status() / 100 == 2;
    }
}
