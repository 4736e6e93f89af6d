package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.testkit.http.Handler;
import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.manner.ChallengeManner;
import io.github.registryclient.testkit.manner.Manner;
import io.github.registryclient.testkit.manner.Manners;
import io.github.registryclient.testkit.registry.store.Store;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** A registry with manners: decorators around it, the later ones outside. What they remember is gone after a restart. */
public final class Mannered implements Handler {
    private final Handler registry;
    private final Store store;
    private final Manners manners;
    private volatile Handler current;

    private Mannered(Handler registry, Store store, Manners manners) {
        this.registry = registry;
        this.store = store;
        this.manners = manners;
        this.current = decorated(registry, store, manners);
    }

    private static Map<Manner, Decorator> decorators() {
        Map<Manner, Decorator> all = new HashMap<>();
        all.putAll(TagListDecorators.all());
        all.putAll(CatalogDecorators.all());
        all.putAll(LinkDecorators.all());
        all.putAll(ManifestDecorators.all());
        all.putAll(DeletionDecorators.all());
        all.putAll(ReferrersDecorators.all());
        all.putAll(UploadDecorators.all());
        all.putAll(BlobDecorators.all());
        all.putAll(AnswerDecorators.all());
        return all;
    }

    /** The registry with all of these manners. */
    public static Mannered of(Handler registry, Store store, Manners manners) {
        return new Mannered(registry, store, manners);
    }

    @Override
    public Response handle(Request request) throws IOException {
        return current.handle(request);
    }

    /** Forgets all that is not in the store. */
    public void restart() {
        current = decorated(registry, store, manners);
    }

    private static Handler decorated(Handler registry, Store store, Manners manners) {
        Map<Manner, Decorator> decorators = decorators();
        Handler handler = registry;
        for (Manner manner : manners.sources().keySet()) {
            if (manner instanceof ChallengeManner) {
                continue; // played at the door, before a request comes here
            }
            Decorator decorator = decorators.get(manner);
            if (decorator == null) {
                throw new IllegalArgumentException("no embedded registry can play " + manner.name());
            }
            handler = decorator.around(handler, store);
        }
        return handler;
    }
}
