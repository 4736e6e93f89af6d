package io.github.registryclient.testkit.manner;

/**
 * How servers ask for credentials, and what they do without, otherwise than distribution does. Without effect where a registry lets
 * everybody in.
 */
public enum ChallengeManner implements Manner {
    /**
     * Basic is accepted beside tokens, and offered in a second header behind Bearer. Source: Gitea,
     * routers/api/packages/container.
     */
    BASIC_TOO,
    /** As {@link #BASIC_TOO}, but Basic comes first. Source: RFC 9110, 11.6.1 says nothing of an order. */
    BASIC_FIRST,
    /**
     * As {@link #BASIC_TOO}, but in one header, separated by a comma. Source: Codeberg (Forgejo behind its proxy), seen
     * in its answers.
     */
    JOINED,
    /** The Basic challenge has no realm. Source: Gitea, routers/api/packages/container/container.go ({@code Basic}). */
    BASIC_WITHOUT_REALM,
    /**
     * Schemes are in lower case and values are not quoted where no comma forbids it. Source: zot, pkg/api/routes.go ({@code bearer
     * realm=%s}).
     */
    UNQUOTED,
    /** There is no service. Source: Gitea, routers/api/packages/container/container.go. */
    NO_SERVICE,
    /** There is no scope. Source: Gitea, routers/api/packages/container/container.go. */
    NO_SCOPE,
    /** The scope is a star, whatever is asked for. Source: Gitea 1.22, routers/api/packages/container/container.go. */
    STAR_SCOPE,
    /** Where no scope is needed, at {@code /v2/}, it is there and empty. Source: zot, pkg/api/bearer.go. */
    EMPTY_SCOPE,
    /**
     * The header is there and empty. Source: Harbor, src/server/middleware/v2auth/auth.go, for projects that do not
     * exist.
     */
    EMPTY_HEADER,
    /** There is no header but at {@code /v2/}. Source: GCR; go-containerregistry, pkg/v1/remote/transport/bearer.go. */
    ONLY_AT_ROOT,
    /** Where {@code /v2/} is answered with 200, a challenge without scope comes with it. Source: zot, pkg/api/routes.go. */
    ON_SUCCESS,
    /**
     * Who sent an {@code Authorization} of any kind is asked for Basic, also when a token has expired; Basic is accepted. Source:
     * Harbor, src/server/middleware/v2auth/auth.go.
     */
    BASIC_ONCE_AUTHORIZED,
    /** The catalog asks for Basic, which is accepted. Source: Harbor, src/server/middleware/v2auth/auth.go. */
    BASIC_FOR_CATALOG,
    /** Deleting needs the action star. Source: distribution up to 2.5, registry/handlers/app.go. */
    STAR_TO_DELETE,
    /** Deleting needs push. Source: Quay, endpoints/v2/manifest.py, whose token server does not know delete. */
    PUSH_TO_DELETE,
    /** Who has come in but may not is answered with 403 DENIED, without a challenge. Source: zot, pkg/api/authz.go. */
    FORBIDDEN,
    /**
     * The catalog is there for everybody, with a challenge for nobody; what it shows to whom is up to {@link
     * CatalogManner#EMPTY_FOR_ANONYMOUS}. Source: Quay, endpoints/v2/catalog.py.
     */
    OPEN_CATALOG,
    /** Without credentials the catalog has what everybody may pull; with any it is whole. Source: zot, pkg/api/authz.go. */
    FILTERED_CATALOG_UNLESS_AUTHORIZED
}
