package io.github.registryclient.testkit.registry;

/** How a registry is set. Immutable; each {@code with} method gives another value. */
public final class Settings {
    /** What a registry should at least take: 4 MiB. */
    private static final int MANIFEST_LIMIT = 4 << 20;

    private static final Settings DEFAULTS = new Settings(true, MANIFEST_LIMIT, Integer.MAX_VALUE);

    private final boolean contentRequired;
    private final int manifestLimit;
    private final int referrersPerPage;

    private Settings(boolean contentRequired, int manifestLimit, int referrersPerPage) {
        this.contentRequired = contentRequired;
        this.manifestLimit = manifestLimit;
        this.referrersPerPage = referrersPerPage;
    }

    /** Manifests need their content and are at most 4 MiB long; referrers come in one page where it is not longer. */
    public static Settings defaults() {
        return DEFAULTS;
    }

    /** Whether a manifest is refused whose blobs or manifests are missing. */
    public Settings withContentRequired(boolean required) {
        return new Settings(required, manifestLimit, referrersPerPage);
    }

    /** The most bytes of a manifest. */
    public Settings withManifestLimit(int bytes) {
        return new Settings(contentRequired, bytes, referrersPerPage);
    }

    /** The most referrers of a page. */
    public Settings withReferrersPerPage(int count) {
        return new Settings(contentRequired, manifestLimit, count);
    }

    boolean contentRequired() {
        return contentRequired;
    }

    /** The most bytes of a manifest that is taken. */
    public int manifestLimit() {
        return manifestLimit;
    }

    int referrersPerPage() {
        return referrersPerPage;
    }
}
