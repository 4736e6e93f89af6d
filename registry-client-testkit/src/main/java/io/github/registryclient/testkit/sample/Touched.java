package io.github.registryclient.testkit.sample;

import io.github.registryclient.name.RepositoryName;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which repositories a request of the filler touches. */
final class Touched {
    private static final Pattern IN_PATH = Pattern.compile("/v2/(.+)/(?:manifests|blobs)/.*");
    private static final Pattern MOUNTED_FROM = Pattern.compile("(?:.*&)?from=([^&]+)");

    private Touched() {}

    static List<RepositoryName> by(URI uri) {
        List<RepositoryName> names = new ArrayList<>();
        Matcher path = IN_PATH.matcher(uri.getPath());
        if (path.matches()) {
            names.add(RepositoryName.of(path.group(1)));
        }
        Matcher from = MOUNTED_FROM.matcher(uri.getQuery() == null ? "" : uri.getQuery());
        if (from.lookingAt()) {
            names.add(RepositoryName.of(from.group(1)));
        }
        return names;
    }
}
