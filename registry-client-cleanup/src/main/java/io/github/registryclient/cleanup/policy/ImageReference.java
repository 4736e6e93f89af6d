package io.github.registryclient.cleanup.policy;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.internal.ValueStyle;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * A reference as people and orchestrators write it: {@code [host/]repository[:tag][@digest]}. Immutable.
 *
 * <p>Source: the grammar of distribution's {@code reference} package; the part before the first slash is a host if it has a dot or a
 * colon, or is {@code localhost}.
 */
@Value.Immutable
@ValueStyle
public abstract class ImageReference {
    private static final String EXPECTED =
            "expected [host/]repository[:tag][@digest], such as team/app:1.0 or registry.local:5000/team/app@sha256:…";

    ImageReference() {}

    /**
     * The registry.
     *
     * @return such as {@code registry.local:5000}; empty if none is named
     */
    public abstract Optional<String> host();

    /**
     * The repository.
     *
     * @return its name there
     */
    public abstract RepositoryName repository();

    /**
     * The tag.
     *
     * @return empty if none is named
     */
    public abstract Optional<Tag> tag();

    /**
     * The digest.
     *
     * @return empty if none is named
     */
    public abstract Optional<Digest> digest();

    /**
     * Reads one.
     *
     * @param text the reference
     * @return the reference
     * @throws InvalidInputException if it is none
     */
    public static ImageReference parse(String text) {
        try {
            return read(text);
        } catch (InvalidInputException e) {
            throw InvalidInputException.of("reference", text, EXPECTED);
        }
    }

    /**
     * Reads a file of references.
     *
     * @param file one reference a line; empty lines and lines that begin with {@code #} do not count
     * @return the references
     * @throws InvalidInputException if it cannot be read or a line is no reference, with the file and the line
     */
    public static Set<ImageReference> readFile(Path file) {
        return KeepFile.read("file of references", file);
    }

    private static ImageReference read(String text) {
        Builder reference = builder();
        String rest = text;
        int at = rest.indexOf('@');
        if (at >= 0) {
            reference.digest(Digest.of(rest.substring(at + 1)));
            rest = rest.substring(0, at);
        }
        int slash = rest.indexOf('/');
        if (slash > 0 && isHost(rest.substring(0, slash))) {
            reference.host(rest.substring(0, slash));
            rest = rest.substring(slash + 1);
        }
        int colon = rest.lastIndexOf(':');
        if (colon >= 0) {
            reference.tag(Tag.of(rest.substring(colon + 1)));
            rest = rest.substring(0, colon);
        }
        return reference.repository(RepositoryName.of(rest)).build();
    }

    /**
     * Whether a repository of this registry can be meant: {@code a.b/app} is repository {@code app} of host {@code a.b}, or a
     * repository of that whole name, and nobody can tell which.
     *
     * @param name a repository here
     * @return true if its name is {@link #repository}, or that with {@link #host} before it
     */
    public boolean mayMean(RepositoryName name) {
        return name.equals(repository())
                || host().filter(host -> name.toString().equals(host + "/" + repository()))
                        .isPresent();
    }

    /**
     * Whether a repository of this registry can be a mirror of the one named, or the one named a mirror of it: mirrors put folders
     * before a name.
     *
     * @param name a repository here
     * @return true if one of the two names ends with the whole other one, after a slash
     */
    public boolean mayBeMirrored(RepositoryName name) {
        String here = "/" + name;
        String there = "/" + repository();
        return here.endsWith(there) || there.endsWith(here);
    }

    /** Written down, a name that begins like a host is read with one; so it is one from the beginning. */
    @Value.Check
    ImageReference asWritten() {
        String name = repository().toString();
        int slash = name.indexOf('/');
        return host().isEmpty() && slash > 0 && isHost(name.substring(0, slash)) ? parse(toString()) : this;
    }

    private static boolean isHost(String first) {
        return first.indexOf('.') >= 0 || first.indexOf(':') >= 0 || first.equals("localhost");
    }

    /** The reference as it is written. */
    @Override
    public final String toString() {
        return host().map(host -> host + "/").orElse("")
                + repository()
                + tag().map(tag -> ":" + tag).orElse("")
                + digest().map(digest -> "@" + digest).orElse("");
    }

    /**
     * Starts a reference.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link ImageReference}. */
    public static final class Builder extends ImmutableImageReference.Builder {
        Builder() {}
    }
}
