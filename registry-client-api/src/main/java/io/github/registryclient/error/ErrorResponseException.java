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
        super(response.method(), response.uri(), message(response.summary(), remedy), null);
        this.response = response;
    }

    private static String message(String said, String remedy) {
        String separator = said.endsWith(".") ? " " : ". ";
        return remedy.isEmpty() ? said : said + separator + remedy;
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
