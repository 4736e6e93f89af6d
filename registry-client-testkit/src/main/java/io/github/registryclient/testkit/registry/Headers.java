package io.github.registryclient.testkit.registry;

/** The names of headers that several endpoints use, as Go writes them on the wire. */
public final class Headers {
    /** Says that this is a registry, and by which specification. */
    public static final String API_VERSION = "Docker-Distribution-Api-Version";

    static final String CONTENT_TYPE = "Content-Type";
    static final String CONTENT_RANGE = "Content-Range";
    static final String DIGEST = "Docker-Content-Digest";
    static final String ETAG = "ETag";
    static final String LINK = "Link";
    static final String LOCATION = "Location";
    static final String RANGE = "Range";
    static final String UPLOAD_ID = "Docker-Upload-UUID";

    private Headers() {}
}
