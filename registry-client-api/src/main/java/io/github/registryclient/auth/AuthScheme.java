package io.github.registryclient.auth;

import java.util.Optional;

/**
 * A way of one's own to prove who is asking, for registries and gateways that want neither a password nor a token as such:
 * {@code Negotiate}, signatures of requests, a vendor's. Credentials are made of it with {@link Credentials#scheme}.
 *
 * <p>It is asked once the registry has named it in a {@code WWW-Authenticate}, from then on for every request before that is
 * sent, and once more for a request that was refused. A request that is repeated because there was no answer carries the same
 * value. What it says goes to the registry's own scheme, host and port only, over plain http only where that is allowed, and is
 * never shown.
 *
 * <p>Called by several threads at once. May block, but within the caller's deadline nobody stops it; what it throws ends the call
 * that needed it. Secrets do not belong into its {@code toString}.
 *
 * <p>Source: RFC 9110, 11.
 */
public interface AuthScheme {
    /**
     * What it is called in {@code WWW-Authenticate}, in any case. One called {@code Bearer} takes the place of this library's own
     * tokens.
     *
     * @return such as {@code Negotiate}: letters, digits and {@code !#$%&'*+-.^_`|~}
     */
    String name();

    /**
     * What to say for one request.
     *
     * @param request the request, and how the registry asked
     * @return the value of {@code Authorization}, scheme included, in printable ASCII; empty to send none, so that a refusal stands
     */
    Optional<String> authorization(AuthRequest request);

    /**
     * Whether it is asked for every request from the first one, although the registry has not named it; for those that refuse
     * without saying what they want, as services with signed requests do.
     *
     * @return by default false
     */
    default boolean isUnasked() {
        return false;
    }
}
