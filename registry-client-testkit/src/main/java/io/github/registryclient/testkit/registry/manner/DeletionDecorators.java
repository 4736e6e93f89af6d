package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.testkit.manner.DeletionManner;
import io.github.registryclient.testkit.registry.ErrorCode;
import io.github.registryclient.testkit.registry.Refusal;
import io.github.registryclient.testkit.registry.Resource;
import java.util.EnumMap;
import java.util.Map;

/** What is behind {@link DeletionManner}. */
final class DeletionDecorators {
    static final Map<DeletionManner, Decorator> ALL = all();

    private DeletionDecorators() {}

    private static Map<DeletionManner, Decorator> all() {
        Map<DeletionManner, Decorator> all = new EnumMap<>(DeletionManner.class);
        all.put(
                DeletionManner.TAG_IS_UNSUPPORTED,
                On.method("DELETE", Resource.MANIFEST).answering((request, route, inner, store) -> {
                    if (route.isDigest()) {
                        return inner.handle(request);
                    }
                    throw Refusal.of(400, ErrorCode.UNSUPPORTED, route.last());
                }));
        return all;
    }
}
