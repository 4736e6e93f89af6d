package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.testkit.manner.CatalogManner;
import io.github.registryclient.testkit.registry.Resource;
import java.util.EnumMap;
import java.util.Map;

/** What is behind {@link CatalogManner}. */
final class CatalogDecorators {
    static final Map<CatalogManner, Decorator> ALL = all();

    private CatalogDecorators() {}

    private static Map<CatalogManner, Decorator> all() {
        Map<CatalogManner, Decorator> all = new EnumMap<>(CatalogManner.class);
        all.put(
                CatalogManner.ABSENT,
                On.reading(Resource.CATALOG).answering((request, route, inner, store) -> PlainText.NOT_FOUND));
        return all;
    }
}
