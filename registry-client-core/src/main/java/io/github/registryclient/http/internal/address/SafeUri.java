package io.github.registryclient.http.internal.address;

import java.net.URI;
import java.util.Set;

/** Shows addresses in messages: scheme, host, port and path, and of the query only what cannot be a secret. */
public final class SafeUri {
    private static final Set<String> HARMLESS =
            Set.of("n", "last", "artifactType", "digest", "mount", "from", "next_page");

    private SafeUri() {}

    /**
     * Shows an address.
     *
     * @param uri an absolute address
     * @return the address without user info and fragment, its query without secrets
     */
    public static String show(URI uri) {
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return uri.getScheme() + "://" + Origin.of(uri).authority() + path + query(uri.getRawQuery());
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
