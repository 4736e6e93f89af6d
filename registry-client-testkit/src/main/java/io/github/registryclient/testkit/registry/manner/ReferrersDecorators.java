package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.testkit.manner.ReferrersManner;
import io.github.registryclient.testkit.registry.Resource;
import java.util.EnumMap;
import java.util.Map;

/** What is behind {@link ReferrersManner}. */
final class ReferrersDecorators {
    static final Map<ReferrersManner, Decorator> ALL = all();

    private ReferrersDecorators() {}

    private static Map<ReferrersManner, Decorator> all() {
        Map<ReferrersManner, Decorator> all = new EnumMap<>(ReferrersManner.class);
        all.put(
                ReferrersManner.ABSENT,
                On.reading(Resource.REFERRERS).answering((request, route, inner, store) -> PlainText.NOT_FOUND));
        return all;
    }
}
