package io.github.registryclient.auth;

import io.github.registryclient.internal.ValueStyle;
import io.github.registryclient.name.RepositoryName;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** A request for which an {@link AuthScheme} is to say who is asking, and how the registry asked that. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class AuthRequest {
    AuthRequest() {}

    /**
     * The request's method.
     *
     * @return such as {@code GET}
     */
    public abstract String method();

    /**
     * Where it goes, exactly as it is sent.
     *
     * @return an address at the registry's own origin
     */
    public abstract URI uri();

    /**
     * The registry.
     *
     * @return host, and {@code :port} where it is not the scheme's own
     */
    public abstract String host();

    /**
     * The repository that it is about.
     *
     * @return empty for the catalog and for the registry itself
     */
    public abstract Optional<RepositoryName> repository();

    /**
     * The parameters of the registry's challenge.
     *
     * @return values, unquoted, by name in lower case; empty where there are none, or {@link AuthScheme#isUnasked} was said
     */
    public abstract Map<String, String> parameters();

    /**
     * The token68 of the registry's challenge, which some schemes have instead of parameters.
     *
     * @return the token, empty where there is none
     */
    @Value.Default
    public String token68() {
        return "";
    }

    /**
     * Whether the registry has just refused what the scheme said for this request; there is no third time.
     *
     * @return true if what was said before is not to be said again
     */
    @Value.Default
    public boolean isRefused() {
        return false;
    }

    /**
     * Method and path.
     *
     * @return one line without what the challenge said
     */
    @Override
    public final String toString() {
        return method() + " " + uri().getRawPath();
    }

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link AuthRequest}. */
    public static final class Builder extends ImmutableAuthRequest.Builder {
        Builder() {}
    }
}
