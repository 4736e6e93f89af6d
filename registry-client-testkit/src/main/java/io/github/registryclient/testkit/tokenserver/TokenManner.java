package io.github.registryclient.testkit.tokenserver;

/**
 * How token servers depart from {@code token.md} and {@code oauth.md}, or what they leave open, as a {@link TokenServer}
 * plays it.
 */
public enum TokenManner {
    /**
     * The token is only called {@code token}. Source: Gitea, routers/api/packages/container; Quay,
     * endpoints/v2/v2auth.py.
     */
    ONLY_TOKEN,
    /** The token is only called {@code access_token}. Source: distribution's contrib/token-server, tried. */
    ONLY_ACCESS_TOKEN,
    /** No {@code expires_in}: 60 seconds count, though the token may live longer. Source: Quay, endpoints/v2/v2auth.py. */
    NO_EXPIRES_IN,
    /** No {@code issued_at}. Source: distribution's contrib/token-server; token.md has it as optional. */
    NO_ISSUED_AT,
    /**
     * {@code issued_at} is an hour ahead of the clock. Source: skewed clocks, which token.md's "(Optional)" leaves to
     * the client.
     */
    ISSUED_AT_IN_THE_FUTURE,
    /** {@code issued_at} is a day behind the clock. Source: skewed clocks. */
    ISSUED_AT_LONG_AGO,
    /**
     * Tokens live 20 seconds, and {@code expires_in} says so. Source: forbidden by token.md ("never … less than 60
     * seconds").
     */
    SHORT_LIVED,
    /** POST is answered with 404. Source: GCR, old Gitea; containerd, core/remotes/docker/authorizer.go. */
    POST_NOT_FOUND,
    /** POST is answered with 405. Source: Harbor, GHCR, Gitea; containerd, core/remotes/docker/authorizer.go. */
    POST_NOT_ALLOWED,
    /** POST is answered with 401. Source: Artifactory; containerd, core/remotes/docker/authorizer.go. */
    POST_UNAUTHORIZED,
    /** POST is answered with 400. Source: ACR; containerd, core/remotes/docker/authorizer.go. */
    POST_BAD_REQUEST,
    /**
     * A scope with {@code delete} is answered with 400. Source: Quay, endpoints/v2/v2auth.py: push, pull and the star
     * only.
     */
    DELETE_SCOPE_REFUSED,
    /** A scope for the catalog is answered with 400. Source: Quay, endpoints/v2/v2auth.py: repositories only. */
    CATALOG_SCOPE_REFUSED,
    /** A request without {@code service} is answered with 400. Source: Pulp, pulp_container/app/token_verification.py. */
    SERVICE_REQUIRED,
    /** Without credentials there is no token but 401 with a Basic challenge. Source: distribution's contrib/token-server. */
    ANONYMOUS_REFUSED,
    /** Only the first scope counts. Source: go-containerregistry, pkg/v1/remote/transport/bearer.go, of unnamed servers. */
    ONLY_FIRST_SCOPE,
    /**
     * No scope is granted; the registry then says {@code insufficient_scope} for ever. Source: Docker Hub's catalog,
     * hub-feedback#2094.
     */
    NOTHING_GRANTED,
    /**
     * Tokens are signed with a key that nobody knows; the registry then says {@code invalid_token} for ever. Source: token servers
     * and registries whose keys differ.
     */
    FOREIGN_KEY,
    /** Every request is answered with 503 in plain text. Source: gateways in front of servers that are down. */
    UNAVAILABLE,
    /**
     * The realm has a query already, which must be kept; without it the answer is 400. Source: allowed by RFC 3986, and
     * by token.md.
     */
    REALM_WITH_QUERY
}
