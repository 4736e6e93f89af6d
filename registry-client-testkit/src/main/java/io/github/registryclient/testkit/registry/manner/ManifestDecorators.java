package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.testkit.manner.ManifestManner;
import io.github.registryclient.testkit.registry.Resource;
import java.util.EnumMap;
import java.util.Map;

/** What is behind {@link ManifestManner}. */
final class ManifestDecorators {
    static final Map<ManifestManner, Decorator> ALL = all();

    private ManifestDecorators() {}

    private static Map<ManifestManner, Decorator> all() {
        Map<ManifestManner, Decorator> all = new EnumMap<>(ManifestManner.class);
        all.put(
                ManifestManner.HEAD_WITHOUT_DIGEST,
                On.method("HEAD", Resource.MANIFEST)
                        .changing((request, response) -> response.without("Docker-Content-Digest")));
        return all;
    }
}
