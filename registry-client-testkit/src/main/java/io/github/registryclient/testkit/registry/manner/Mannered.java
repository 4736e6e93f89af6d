package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.testkit.http.Handler;
import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.manner.ChallengeManner;
import io.github.registryclient.testkit.manner.Manner;
import io.github.registryclient.testkit.manner.Manners;
import io.github.registryclient.testkit.registry.Registry;
import io.github.registryclient.testkit.registry.Settings;
import io.github.registryclient.testkit.registry.store.Store;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** A registry with manners: decorators around it, the later ones outside. What they remember is gone after a restart. */
public final class Mannered implements Handler {
    private final Store store;
    private final Settings settings;
    private final Manners manners;
    private volatile Handler current;

    private Mannered(Store store, Settings settings, Manners manners) {
        this.store = store;
        this.settings = settings;
        this.manners = manners;
        this.current = decorated();
    }

    private static Map<Manner, Decorator> decorators(ContentChecks checks) {
        Map<Manner, Decorator> all = new HashMap<>();
        all.putAll(TagListDecorators.all());
        all.putAll(CatalogDecorators.all());
        all.putAll(LinkDecorators.all());
        all.putAll(ManifestDecorators.all());
        all.putAll(DeletionDecorators.all());
        all.putAll(ReferrersDecorators.all());
        all.putAll(UploadDecorators.all(checks));
        all.putAll(BlobDecorators.all(checks));
        all.putAll(AnswerDecorators.all());
        return all;
    }

    /** A registry with all of these manners, which keep to its settings. */
    public static Mannered of(Store store, Settings settings, Manners manners) {
        return new Mannered(store, settings, manners);
    }

    @Override
    public Response handle(Request request) throws IOException {
        return current.handle(request);
    }

    /** Forgets all that is not in the store. */
    public void restart() {
        current = decorated();
    }

    private Handler decorated() {
        Map<Manner, Decorator> decorators = decorators(new ContentChecks(settings));
        Handler handler = Registry.of(store, settings);
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
