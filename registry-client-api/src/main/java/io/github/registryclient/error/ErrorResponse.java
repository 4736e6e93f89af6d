package io.github.registryclient.error;

import io.github.registryclient.internal.Excerpt;
import io.github.registryclient.internal.ValueStyle;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/** A registry's refusal as it came: status, the entries of its error body, and the start of that body. */
@Value.Immutable
@ValueStyle
public interface ErrorResponse extends Serializable {
    /**
     * The request's method.
     *
     * @return such as {@code GET}
     */
    String method();

    /**
     * Where the request went, without secrets.
     *
     * @return the address
     */
    String uri();

    /**
     * The HTTP status.
     *
     * @return 300 to 599; 2xx only where a success carried errors
     */
    int status();

    /**
     * The registry's error entries.
     *
     * @return empty where the body held none
     */
    List<RegistryError> errors();

    /**
     * The start of the body, for people.
     *
     * @return one line of at most some hundred characters, empty where there was no body
     */
    @Value.Default
    default String excerpt() {
        return "";
    }

    /**
     * Whether one of the entries has this code.
     *
     * @param code such as {@code UNSUPPORTED}, compared without case
     * @return true if present
     */
    default boolean hasCode(String code) {
        return errors().stream().anyMatch(error -> error.code().equalsIgnoreCase(code));
    }

    /**
     * What the registry said, in one line.
     *
     * @return status and error entries, or status and the start of the body
     */
    default String summary() {
        String said = errors().stream()
                .map(error -> (error.code() + " " + error.message()).strip())
                .collect(Collectors.joining("; "));
        String shown = Excerpt.of(said.isEmpty() ? excerpt() : said);
        return "status " + status() + (shown.isEmpty() ? "" : ", " + shown);
    }

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link ErrorResponse}. */
    final class Builder extends ImmutableErrorResponse.Builder {
        Builder() {}
    }
}
