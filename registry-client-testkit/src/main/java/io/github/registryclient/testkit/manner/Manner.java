package io.github.registryclient.testkit.manner;

/**
 * A way in which servers depart from the specification, as an embedded registry plays it: a constant of {@link TagListManner},
 * {@link CatalogManner}, {@link LinkManner}, {@link ManifestManner}, {@link DeletionManner}, {@link ReferrersManner},
 * {@link UploadManner}, {@link BlobManner}, {@link AnswerManner} or {@link ChallengeManner}. Where it is known from stands in the
 * lists of the servers that have it, {@link Manners#known}, or else in {@link Manners#loose}.
 */
public interface Manner {
    /**
     * What it is called.
     *
     * @return the constant's name
     */
    String name();
}
