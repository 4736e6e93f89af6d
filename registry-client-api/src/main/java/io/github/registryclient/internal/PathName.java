package io.github.registryclient.internal;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Names files in messages. Who passes what a file holds in the place of its path (a variable may hold either) must not find a key
 * or a password in a log.
 */
public final class PathName {
    /** Line ends, PEM and JSON; and what is too long for the name of any file, such as base64. */
    private static final Pattern CONTENT = Pattern.compile("[\\r\\n{]|-----BEGIN|[^/\\\\]{256}");

    private PathName() {}

    /**
     * Names a file.
     *
     * @param path a path
     * @return the path, shortened and escaped; words in its place if it looks like the content of a file
     */
    public static String of(Path path) {
        return isContent(path)
                ? "a path that looks like the content of a file, and is not shown therefore"
                : Excerpt.of(path.toString());
    }

    /**
     * Whether a path looks like the content of a file, so that exceptions that quote it must not be shown either.
     *
     * @param path a path
     * @return true if it does
     */
    public static boolean isContent(Path path) {
        return CONTENT.matcher(path.toString()).find();
    }
}
