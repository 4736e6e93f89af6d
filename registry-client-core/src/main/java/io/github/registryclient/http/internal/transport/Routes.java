package io.github.registryclient.http.internal.transport;

import io.github.registryclient.http.event.Route;
import java.net.URI;

/** Tells what kind of address one is by its end, since a registry may have its API below any path. */
final class Routes {
    private Routes() {}

    static Route of(URI uri) {
        String path = String.valueOf(uri.getRawPath());
        int last = path.lastIndexOf('/');
        int before = path.lastIndexOf('/', last - 1);
        String parent = last < 0 ? "" : path.substring(before + 1, last);
        switch (path.substring(last + 1)) {
            case "":
                return parent.equals("uploads") ? Route.UPLOADS : parent.equals("v2") ? Route.ROOT : Route.OTHER;
            case "_catalog":
                return Route.CATALOG;
            case "list":
                return parent.equals("tags") ? Route.TAGS : of(parent);
            default:
                return of(parent);
        }
    }

    private static Route of(String parent) {
        switch (parent) {
            case "manifests":
                return Route.MANIFESTS;
            case "blobs":
                return Route.BLOBS;
            case "uploads":
                return Route.UPLOADS;
            case "referrers":
                return Route.REFERRERS;
            default:
                return Route.OTHER;
        }
    }
}
