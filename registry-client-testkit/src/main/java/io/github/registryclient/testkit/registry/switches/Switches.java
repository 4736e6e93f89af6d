package io.github.registryclient.testkit.registry.switches;

import io.github.registryclient.testkit.http.Handler;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.manner.DeletionManner;
import io.github.registryclient.testkit.manner.Manners;
import io.github.registryclient.testkit.registry.ErrorCode;
import io.github.registryclient.testkit.registry.PlainText;
import io.github.registryclient.testkit.registry.Refusal;
import io.github.registryclient.testkit.registry.Resource;
import io.github.registryclient.testkit.registry.Route;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses what is switched off, as distribution does. Thread-safe; switched at any time. */
public final class Switches {
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Set<Resource> WRITABLE =
            Set.of(Resource.MANIFEST, Resource.BLOB, Resource.UPLOADS, Resource.UPLOAD);

    private volatile Set<Switch> off;

    /** Everything is on. */
    public Switches() {
        this(Set.of());
    }

    private Switches(Set<Switch> off) {
        this.off = off;
    }

    /** Switches in the same position, for another registry. */
    public Switches copy() {
        return new Switches(off);
    }

    /** Turns one of them. */
    public synchronized void set(Switch what, boolean on) {
        Set<Switch> next = EnumSet.noneOf(Switch.class);
        next.addAll(off);
        if (on) {
            next.remove(what);
        } else {
            next.add(what);
        }
        off = Set.copyOf(next);
    }

    /** The registry behind these switches; its manners may say that one of them does less there. */
    public Handler around(Handler registry, Manners manners) {
        boolean tagsToo = !manners.has(DeletionManner.TAG_DELETION_HAS_NO_SWITCH);
        return request -> {
            Route route = Route.of(request.path()).orElse(null);
            Response refusal = route == null ? null : refusal(request.method(), route, tagsToo);
            return refusal == null ? registry.handle(request) : refusal;
        };
    }

    private @Nullable Response refusal(String method, Route route, boolean tagsToo) {
        Set<Switch> now = off;
        if (now.contains(Switch.WRITING) && WRITABLE.contains(route.resource()) && !READING.contains(method)) {
            return PlainText.methodNotAllowed("GET, HEAD");
        }
        boolean missing = now.contains(Switch.REFERRERS) && route.resource() == Resource.REFERRERS
                || now.contains(Switch.CATALOG) && route.resource() == Resource.CATALOG;
        if (missing) {
            return PlainText.notFound();
        }
        return method.equals("DELETE") ? deletion(route, now, tagsToo) : null;
    }

    private static @Nullable Response deletion(Route route, Set<Switch> now, boolean tagsToo) {
        boolean tag = route.resource() == Resource.MANIFEST && !route.isDigest();
        boolean content = route.resource() == Resource.MANIFEST || route.resource() == Resource.BLOB;
        if (now.contains(Switch.DELETION) && content && (tagsToo || !tag)) {
            return unsupported(405, "deletion is off");
        }
        return now.contains(Switch.TAG_DELETION) && tag ? unsupported(400, "tags cannot be deleted") : null;
    }

    private static Response unsupported(int status, String detail) {
        return Refusal.of(status, ErrorCode.UNSUPPORTED, detail).answer();
    }
}
