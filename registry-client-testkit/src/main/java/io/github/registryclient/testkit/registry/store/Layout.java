package io.github.registryclient.testkit.registry.store;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.util.Optional;

/**
 * Which path means what. No segment of a repository's name begins with an underscore, so its parts cannot be confused with a
 * repository below it.
 */
final class Layout {
    static final String CONTENT = "content";
    static final String REPOSITORIES = "repositories";
    static final String UPLOADS = "uploads";
    static final String TAGS = "_tags";
    static final String MANIFESTS = "_manifests";
    static final String BLOBS = "_blobs";
    /** Says that the repository was used once, even if nothing is left of it. */
    static final String MARK = "_repository";

    private static final String OWNER = ".repository";

    private Layout() {}

    static String content(Digest digest) {
        return CONTENT + "/" + digest.algorithm() + "/" + digest.encoded();
    }

    static String mark(RepositoryName name) {
        return REPOSITORIES + "/" + name + "/" + MARK;
    }

    static String tag(RepositoryName name, String tag) {
        return REPOSITORIES + "/" + name + "/" + TAGS + "/" + FileName.of(tag);
    }

    static String manifest(RepositoryName name, Digest digest) {
        return REPOSITORIES + "/" + name + "/" + MANIFESTS + "/" + digest.algorithm() + "/" + digest.encoded();
    }

    static String blob(RepositoryName name, Digest digest) {
        return REPOSITORIES + "/" + name + "/" + BLOBS + "/" + digest.algorithm() + "/" + digest.encoded();
    }

    static String uploadOwner(String id) {
        return UPLOADS + "/" + id + OWNER;
    }

    static String uploadData(String id) {
        return UPLOADS + "/" + id;
    }

    /** The upload whose owner stands at that path. */
    static Optional<String> ownedUpload(String path) {
        return path.endsWith(OWNER)
                ? Optional.of(path.substring(UPLOADS.length() + 1, path.length() - OWNER.length()))
                : Optional.empty();
    }

    /** The digest that the last two segments of a path stand for. */
    static Digest digest(String path) {
        String[] segments = path.split("/", -1);
        return Digest.of(segments[segments.length - 2] + ":" + segments[segments.length - 1]);
    }
}
