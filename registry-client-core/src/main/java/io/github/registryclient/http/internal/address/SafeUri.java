package io.github.registryclient.http.internal.address;

import java.net.URI;
import java.util.Set;

/**
 * Shows addresses in messages: scheme, host, port and path. Of a query that this library wrote it shows the parameters that
 * cannot be a secret; of one that a server made (a redirect, an upload's location) only that there was one, for there any
 * parameter can be a signature.
 */
public final class SafeUri {
    private static final Set<String> HARMLESS =
            Set.of("n", "last", "artifactType", "digest", "mount", "from", "next_page");

    private SafeUri() {}

    /**
     * Shows an address whose query this library wrote.
     *
     * @param uri an absolute address
     * @return the address without user info and fragment, its query without secrets
     */
    public static String show(URI uri) {
        return show(uri, query(uri.getRawQuery()));
    }

    /**
     * Shows an address that a server made.
     *
     * @param uri an absolute address
     * @return the address without user info, query and fragment
     */
    public static String showServerMade(URI uri) {
        return show(uri, uri.getRawQuery() == null ? "" : "?…");
    }

    private static String show(URI uri, String query) {
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return uri.getScheme() + "://" + Origin.of(uri).authority() + path + query;
    }

    private static String query(@org.jspecify.annotations.Nullable String query) {
        if (query == null) {
            return "";
        }
        StringBuilder shown = new StringBuilder();
        for (String parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            boolean harmless = HARMLESS.contains(name);
            shown.append(shown.length() == 0 ? '?' : '&').append(harmless ? parameter : "…");
        }
        return shown.toString();
    }
}
