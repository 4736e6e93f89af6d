package io.github.registryclient.http.internal.auth;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.auth.CredentialsProvider;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.http.internal.address.Origin;
import io.github.registryclient.http.internal.time.Deadline;
import io.github.registryclient.http.internal.transport.PlainHttp;
import io.github.registryclient.http.internal.transport.Request;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The credentials of an account, asked for anew for each request, and whether they may be sent to the registry. Thread-safe. */
final class Wallet {
    private final Origin registry;
    private final CredentialsProvider provider;
    private final PlainHttp plainHttp;
    private volatile @Nullable Basic last;

    Wallet(AuthSettings settings, CredentialsProvider provider, PlainHttp plainHttp) {
        this.registry = Origin.of(settings.root());
        this.provider = provider;
        this.plainHttp = plainHttp;
    }

    Origin registry() {
        return registry;
    }

    Credentials credentials(Request request, Deadline deadline) {
        return given(provider.credentials(registry.authority(), request.repository(), left(deadline)));
    }

    /** Other credentials after a refusal; the same if there are no others. */
    Credentials renewed(Request request, Credentials refused, Deadline deadline) {
        Credentials renewed =
                given(provider.refresh(registry.authority(), request.repository(), refused, left(deadline)));
        return renewed.isAnonymous() ? refused : renewed;
    }

    private static Supplier<Duration> left(Deadline deadline) {
        return () -> Duration.ofMillis(deadline.leftMillis());
    }

    private Credentials given(@Nullable Credentials credentials) {
        if (credentials == null) {
            throw new InvalidInputException(
                    "the credentials provider " + provider.getClass().getName() + " gave null for " + registry
                            + ": where there are none, it gives Credentials.anonymous()");
        }
        return credentials;
    }

    /** Whether nobody on the way could read them, or that was allowed. */
    boolean isSafe(Request request) {
        return !registry.isPlain() || plainHttp.mayCarryCredentials(request.uri());
    }

    /** Everybody on the way could read them. */
    void requireSafe(Request request) {
        if (!isSafe(request)) {
            throw PlainHttp.refusal(registry.toString());
        }
    }

    /** Made once as long as the credentials stay the same, for to make it takes longer than to look whether they do. */
    Authorization basic(Credentials credentials) {
        Basic made = last;
        if (made == null || !made.credentials.equals(credentials)) {
            made = new Basic(credentials);
            last = made;
        }
        return made.authorization;
    }

    private static final class Basic {
        private final Credentials credentials;
        private final Authorization authorization;

        Basic(Credentials credentials) {
            this.credentials = credentials;
            this.authorization = Authorization.basic(credentials);
        }
    }
}
