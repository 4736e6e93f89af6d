package io.github.registryclient.http.internal.endpoint;

import io.github.registryclient.name.RepositoryName;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether content may be sent where a registry wants it. Uploads may go anywhere, to a store of another host too, but a PUT
 * to a manifest's address would move a tag; and a server or a proxy may read an address more generously than it is written.
 */
public final class UploadTarget {
    private static final Pattern SEPARATOR = Pattern.compile("[/\\\\]");
    private static final Pattern UNPLAIN = Pattern.compile("[\\p{Cntrl}\\ufffd]|%[0-9a-fA-F]{2}");

    private UploadTarget() {}

    /**
     * Judges an address.
     *
     * @param addresses the registry
     * @param repository the repository that is to have the content
     * @param location where the registry wants it
     * @return false if it is, or might be read as, the address of a manifest
     */
    public static boolean isSafe(Addresses addresses, RepositoryName repository, URI location) {
        String uploads = String.valueOf(addresses.uploads(repository, "").getRawPath());
        String raw = String.valueOf(location.getRawPath());
        boolean below = addresses.areOf(location) && raw.startsWith(uploads); // a repository may be named 'manifests'
        String path = String.valueOf(location.getPath());
        String judged = below
                ? path.substring(
                        String.valueOf(addresses.uploads(repository, "").getPath())
                                .length())
                : path;
        return !UNPLAIN.matcher(path).find() && isPlain(judged.startsWith("/") ? judged.substring(1) : judged);
    }

    private static boolean isPlain(String path) {
        List<String> segments = List.of(SEPARATOR.split(path, -1));
        for (int i = 0; i < segments.size(); i++) {
            String name = segments.get(i).replaceFirst(";.*", "");
            boolean last = i == segments.size() - 1;
            if (name.isEmpty() && !last
                    || name.equals(".")
                    || name.equals("..")
                    || name.toLowerCase(Locale.ROOT).equals("manifests")) {
                return false;
            }
        }
        return true;
    }
}
