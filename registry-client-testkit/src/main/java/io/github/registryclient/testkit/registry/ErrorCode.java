package io.github.registryclient.testkit.registry;

/** The codes of the OCI distribution spec, "Error Codes". */
public enum ErrorCode {
    /** A blob is not here. */
    BLOB_UNKNOWN("blob unknown to registry"),
    /** An upload was done wrong. */
    BLOB_UPLOAD_INVALID("blob upload invalid"),
    /** An upload is not here. */
    BLOB_UPLOAD_UNKNOWN("blob upload unknown to registry"),
    /** A digest is none, or not that of the bytes. */
    DIGEST_INVALID("provided digest did not match uploaded content"),
    /** A manifest needs what is not here. */
    MANIFEST_BLOB_UNKNOWN("manifest references a manifest or blob unknown to registry"),
    /** A manifest is none. */
    MANIFEST_INVALID("manifest invalid"),
    /** A manifest is not here. */
    MANIFEST_UNKNOWN("manifest unknown to registry"),
    /** The name of a repository is none. */
    NAME_INVALID("invalid repository name"),
    /** A repository is not here. */
    NAME_UNKNOWN("repository name not known to registry"),
    /** A length is not that of the bytes. */
    SIZE_INVALID("provided length did not match content length"),
    /** Nobody logged in. */
    UNAUTHORIZED("authentication required"),
    /** Whoever logged in may not. */
    DENIED("requested access to the resource is denied"),
    /** Nobody may, or can. */
    UNSUPPORTED("the operation is unsupported"),
    /** Too often. */
    TOOMANYREQUESTS("too many requests");

    private final String message;

    ErrorCode(String message) {
        this.message = message;
    }

    /** What the spec says of it. */
    public String message() {
        return message;
    }
}
