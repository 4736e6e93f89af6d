package io.github.registryclient.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * No token could be had for a registry that wants one: its token server is in trouble or answers with something else, or the
 * registry names one that this client does not go to. What the token was wanted for was not sent, or was refused before.
 *
 * <p>Where the token server refuses the credentials, that is a {@link NotPermittedException} with the token server's address.
 */
public final class TokenUnavailableException extends RequestFailedException {
    private static final long serialVersionUID = 1L;

    /** What the token server answered, or null. */
    private final @Nullable ErrorResponse response;

    /**
     * Creates one for a token server that was not asked, or whose answer is none.
     *
     * @param method the method of the request for a token
     * @param uri the token server's address, without secrets
     * @param what what is wrong, and what to do
     * @param cause what found that out, or null
     */
    public TokenUnavailableException(String method, String uri, String what, @Nullable Throwable cause) {
        super(method, uri, what, cause);
        this.response = null;
    }

    /**
     * Creates one for a refusal.
     *
     * @param response what the token server answered
     * @param remedy what to do about it
     */
    public TokenUnavailableException(ErrorResponse response, String remedy) {
        super(response.method(), response.uri(), response.summary() + ". " + remedy, null);
        this.response = response;
    }

    /**
     * What the token server answered.
     *
     * @return its refusal, empty where it was not asked or sent no refusal
     */
    public Optional<ErrorResponse> response() {
        return Optional.ofNullable(response);
    }
}
