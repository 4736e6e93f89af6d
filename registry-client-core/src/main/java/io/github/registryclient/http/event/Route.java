package io.github.registryclient.http.event;

/** What kind of address a request goes to: of few values, so that metrics can be told apart by it. */
public enum Route {
    /** The API's root. */
    ROOT("/v2/"),
    /** The catalog of repositories. */
    CATALOG("/v2/_catalog"),
    /** The tags of a repository. */
    TAGS("/v2/{name}/tags/list"),
    /** A manifest. */
    MANIFESTS("/v2/{name}/manifests/{reference}"),
    /** A blob. */
    BLOBS("/v2/{name}/blobs/{digest}"),
    /** An upload, from its start to its end. */
    UPLOADS("/v2/{name}/blobs/uploads/{id}"),
    /** The referrers of a manifest. */
    REFERRERS("/v2/{name}/referrers/{digest}"),
    /** The token server, wherever it is. */
    TOKEN("{token server}"),
    /** Where a redirect led, such as the storage of blobs. */
    REDIRECTED("{redirected}"),
    /** Anything else. */
    OTHER("{other}");

    private final String template;

    Route(String template) {
        this.template = template;
    }

    /**
     * The address with placeholders, such as OpenTelemetry calls {@code url.template}.
     *
     * @return such as {@code /v2/{name}/tags/list}
     */
    public String template() {
        return template;
    }
}
