package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.testkit.manner.LinkManner;
import io.github.registryclient.testkit.registry.Resource;
import java.util.EnumMap;
import java.util.Map;

/** What is behind {@link LinkManner}. */
final class LinkDecorators {
    static final Map<LinkManner, Decorator> ALL = all();

    private LinkDecorators() {}

    private static Map<LinkManner, Decorator> all() {
        Map<LinkManner, Decorator> all = new EnumMap<>(LinkManner.class);
        all.put(
                LinkManner.ABSOLUTE,
                On.reading(Resource.TAGS)
                        .changing((request, response) -> Links.rewritten(
                                request, response, (origin, target) -> "<" + origin + target + ">; rel=\"next\"")));
        return all;
    }
}
