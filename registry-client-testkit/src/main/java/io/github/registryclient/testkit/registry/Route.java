package io.github.registryclient.testkit.registry;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Reference;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.util.Optional;

/** Where a request goes: a resource, with a repository's name and a last segment where it has some. Immutable. */
public final class Route {
    private final Resource resource;
    private final String name;
    private final String last;

    Route(Resource resource, String name, String last) {
        this.resource = resource;
        this.name = name;
        this.last = last;
    }

    /** Reads the path of a request, percent-encoded as it came; empty if it is no registry's. */
    public static Optional<Route> of(String path) {
        return RouteParser.parse(path);
    }

    /** What the path names. */
    public Resource resource() {
        return resource;
    }

    /** The repository; refused if it is no valid name. */
    public RepositoryName repository() {
        try {
            return RepositoryName.of(name);
        } catch (InvalidInputException e) {
            throw Refusal.of(400, ErrorCode.NAME_INVALID, name);
        }
    }

    /** The last segment: a tag, a digest, or the name of an upload. */
    public String last() {
        return last;
    }

    /** The last segment as a digest; refused if it is none. */
    public Digest digest() {
        return digest(last);
    }

    /** A digest that a request names; refused if it is none. */
    static Digest digest(String text) {
        return Digest.parse(text).orElseThrow(() -> Refusal.of(400, ErrorCode.DIGEST_INVALID, text));
    }

    /** A digest that bytes can be checked against; refused if it is none. */
    static Digest verifiable(String text) {
        Digest digest = digest(text);
        if (!digest.isVerifiable()) {
            throw Refusal.of(400, ErrorCode.DIGEST_INVALID, "unsupported algorithm " + digest.algorithm());
        }
        return digest;
    }

    /** Whether the last segment is meant as a digest. */
    public boolean isDigest() {
        return last.indexOf(':') >= 0;
    }

    /** The last segment as a digest or tag of a manifest that should be there; one with a malformed tag cannot be. */
    public Reference reference() {
        return isDigest() ? digest() : tag(last, 404, ErrorCode.MANIFEST_UNKNOWN);
    }

    /** A tag that a request gives a manifest; refused if it is none. */
    static Tag newTag(String text) {
        return tag(text, 400, ErrorCode.MANIFEST_INVALID);
    }

    private static Tag tag(String text, int status, ErrorCode code) {
        try {
            return Tag.of(text);
        } catch (InvalidInputException e) {
            throw Refusal.of(status, code, "not a tag: " + text);
        }
    }
}
