package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.testkit.http.Handler;
import io.github.registryclient.testkit.manner.Manner;
import io.github.registryclient.testkit.manner.Manners;
import io.github.registryclient.testkit.registry.store.Store;
import java.util.HashMap;
import java.util.Map;

/** A registry with manners: decorators around it, the later ones outside. */
public final class Mannered {
    private static final Map<Manner, Decorator> DECORATORS = decorators();

    private Mannered() {}

    private static Map<Manner, Decorator> decorators() {
        Map<Manner, Decorator> all = new HashMap<>();
        all.putAll(TagListDecorators.ALL);
        all.putAll(CatalogDecorators.ALL);
        all.putAll(LinkDecorators.ALL);
        all.putAll(ManifestDecorators.ALL);
        all.putAll(DeletionDecorators.ALL);
        all.putAll(ReferrersDecorators.ALL);
        all.putAll(AnswerDecorators.ALL);
        return Map.copyOf(all);
    }

    /** The registry with all of these manners. */
    public static Handler of(Handler registry, Store store, Manners manners) {
        Handler handler = registry;
        for (Manner manner : manners.sources().keySet()) {
            Decorator decorator = DECORATORS.get(manner);
            if (decorator == null) {
                throw new IllegalArgumentException("no embedded registry can play " + manner.name());
            }
            handler = decorator.around(handler, store);
        }
        return handler;
    }
}
