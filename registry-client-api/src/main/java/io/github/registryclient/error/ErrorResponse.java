package io.github.registryclient.error;

import io.github.registryclient.internal.Excerpt;
import io.github.registryclient.internal.ValueStyle;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/** A registry's refusal as it came: status, the entries of its error body, and the start of that body. */
@Value.Immutable
@ValueStyle
public abstract class ErrorResponse implements Serializable {
    private static final long serialVersionUID = 1L;

    ErrorResponse() {}

    /**
     * The request's method.
     *
     * @return such as {@code GET}
     */
    public abstract String method();

    /**
     * Where the request went, without secrets.
     *
     * @return the address
     */
    public abstract String uri();

    /**
     * The HTTP status.
     *
     * @return 300 to 599, or a 2xx whose body holds errors
     */
    public abstract int status();

    /**
     * The registry's error entries.
     *
     * @return empty where the body held none
     */
    public abstract List<RegistryError> errors();

    /**
     * The start of the body, for people.
     *
     * @return one line of at most some hundred characters, empty where there was no body
     */
    @Value.Default
    public String excerpt() {
        return "";
    }

    /**
     * Whether the registry itself answered, as far as one can tell, and not a gateway or another service before it: the answer
     * names the registry API's version, or has an error entry with a code, and is no page for people.
     *
     * @return true if its words can be taken for the registry's
     */
    @Value.Default
    public boolean isRegistrysOwn() {
        return errors().stream().anyMatch(error -> !error.code().isEmpty());
    }

    /**
     * What it says of the limit for requests; with 429 that is why.
     *
     * @return empty where it says nothing
     */
    public abstract Optional<RateLimit> rateLimit();

    /**
     * How long it asks to wait before the next request, from when it came.
     *
     * @return at most a day; empty where it does not say
     */
    public abstract Optional<Duration> retryAfter();

    /**
     * Whether one of the entries has this code.
     *
     * @param code such as {@code UNSUPPORTED}, compared without case
     * @return true if present
     */
    public boolean hasCode(String code) {
        return errors().stream().anyMatch(error -> error.code().equalsIgnoreCase(code));
    }

    /**
     * Whether the registry itself says that what was asked for is not there, alone or with its whole repository. The status alone
     * does not say it: gateways, ingresses and login pages answer 404 too. Nor does a refusal without a body, as to a HEAD.
     *
     * @return true for 404 with codes that mean missing (the specification's {@code MANIFEST_UNKNOWN}, {@code BLOB_UNKNOWN} and
     *     {@code NAME_UNKNOWN}, Harbor's and Quay's), and for zot's 400 {@code NAME_UNKNOWN}
     */
    public boolean saysMissing() {
        return MissingCodes.areIn(this);
    }

    /**
     * What the registry said, in one line.
     *
     * @return status and error entries, or status and the start of the body
     */
    public String summary() {
        String said = errors().stream()
                .map(error -> (error.code() + " " + error.message()).strip())
                .collect(Collectors.joining("; "));
        String shown = Excerpt.of(said.isEmpty() ? excerpt() : said);
        return "status " + status() + (shown.isEmpty() ? "" : ", " + shown);
    }

    /**
     * The request and what the registry said.
     *
     * @return one line
     */
    @Override
    public final String toString() {
        return method() + " " + uri() + ": " + summary();
    }

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link ErrorResponse}. */
    public static final class Builder extends ImmutableErrorResponse.Builder {
        Builder() {}
    }
}
