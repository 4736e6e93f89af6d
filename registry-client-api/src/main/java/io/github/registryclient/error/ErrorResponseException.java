package io.github.registryclient.error;

import java.util.List;

/**
 * The registry said no. Subclasses name the refusals that ask for different remedies; all others are this class itself.
 */
public class ErrorResponseException extends RequestFailedException {
    private static final long serialVersionUID = 1L;

    /** What the registry answered. */
    private final ErrorResponse response;

    /**
     * Creates one.
     *
     * @param response what the registry answered
     * @param remedy what to do about it, or an empty text
     */
    public ErrorResponseException(ErrorResponse response, String remedy) {
        super(response.method(), response.uri(), response.summary() + (remedy.isEmpty() ? "" : ". " + remedy), null);
        this.response = response;
    }

    /**
     * The HTTP status.
     *
     * @return such as 404
     */
    public final int status() {
        return response.status();
    }

    /**
     * The registry's own error entries.
     *
     * @return empty where it sent none
     */
    public final List<RegistryError> errors() {
        return response.errors();
    }

    /**
     * The whole refusal.
     *
     * @return the answer this exception stands for
     */
    public final ErrorResponse response() {
        return response;
    }
}
