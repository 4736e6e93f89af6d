package io.github.registryclient.http.internal.transport;

/** The largest bodies that are read, in bytes. */
public final class Limits {
    /** Bodies that should be empty or a few lines. */
    public static final int SMALL_BODY = 1 << 20;
    /** Error bodies: what is beyond is cut off, not an error. */
    public static final int ERROR_BODY = 64 << 10;
    /** Answers of token servers: a token has to fit into a header. */
    public static final int TOKEN = 256 << 10;
    /** Manifests: registries need only take 4 MiB (OCI distribution spec 1.1, "Pushing manifests"). */
    public static final int MANIFEST = 16 << 20;
    /** Image configurations. */
    public static final int CONFIG = 16 << 20;
    /** A page of a listing, unless configured otherwise: distribution 2.8 sends all tags in one. */
    public static final int PAGE = 64 << 20;

    private Limits() {}
}
