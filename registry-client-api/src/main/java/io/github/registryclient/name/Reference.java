package io.github.registryclient.name;

/**
 * What names one manifest inside a repository: a {@link Tag} or a {@link Digest}; nothing else implements it.
 *
 * <p>Whether a digest may stand where a reference is taken is decided by type: deleting takes a {@link Digest}, so a tag
 * cannot get there by accident.
 */
public interface Reference {
    /**
     * Reads a tag or a digest; a text with a colon is a digest, never a tag.
     *
     * @param text such as {@code 1.0.0} or {@code sha256:…}
     * @return a {@link Tag} or a {@link Digest}
     * @throws io.github.registryclient.error.InvalidInputException if it is neither
     */
    static Reference of(String text) {
        return text.indexOf(':') >= 0 ? Digest.of(text) : Tag.of(text);
    }

    /**
     * The text as it stands in a request.
     *
     * @return the tag or the digest
     */
    @Override
    String toString();
}
