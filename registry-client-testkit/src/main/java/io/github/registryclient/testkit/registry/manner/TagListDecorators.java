package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.testkit.manner.TagListManner;
import io.github.registryclient.testkit.registry.Resource;
import java.util.EnumMap;
import java.util.Map;

/** What is behind {@link TagListManner}. */
final class TagListDecorators {
    static final Map<TagListManner, Decorator> ALL = all();

    private TagListDecorators() {}

    private static Map<TagListManner, Decorator> all() {
        Map<TagListManner, Decorator> all = new EnumMap<>(TagListManner.class);
        all.put(
                TagListManner.UNPAGED,
                On.reading(Resource.TAGS)
                        .answering((request, route, inner, store) -> inner.handle(request.withTarget(request.path()))));
        return all;
    }
}
