package io.github.registryclient.http.internal.auth;

import io.github.registryclient.auth.AuthRequest;
import io.github.registryclient.auth.AuthScheme;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.http.internal.transport.Request;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an account's own scheme says for one request: once unasked, once to a refusal. */
final class OwnScheme {
    private static final String SENDABLE = "[\\x21-\\x7e](?:[\\x20-\\x7e]{0,65534}[\\x21-\\x7e])?";

    private final AuthScheme scheme;
    private final String name;
    private final Wallet wallet;
    private final Request request;
    private boolean sent;
    private boolean answered;

    OwnScheme(AuthScheme scheme, Wallet wallet, Request request) {
        this.scheme = scheme;
        this.name = scheme.name().toLowerCase(Locale.ROOT);
        this.wallet = wallet;
        this.request = request;
    }

    /** Before the registry has said anything about this request. */
    Authorization unasked(@Nullable Known known) {
        Optional<Challenge> challenge =
                known == null ? Optional.empty() : known.offers().challenge(name);
        Authorization first = challenge.isPresent() || scheme.isUnasked() ? ask(challenge.orElse(null)) : null;
        sent = first != null;
        return first == null ? Authorization.NONE : first;
    }

    /** After a refusal; null if there is nothing more to say. */
    @Nullable
    Authorization again(Offers offers) {
        Optional<Challenge> challenge = offers.challenge(name);
        if (answered || challenge.isEmpty() && !scheme.isUnasked()) {
            return null;
        }
        answered = true;
        return ask(challenge.orElse(null));
    }

    private @Nullable Authorization ask(@Nullable Challenge challenge) {
        wallet.requireSafe(request);
        AuthRequest.Builder asked = AuthRequest.builder();
        asked.method(request.method())
                .uri(request.uri())
                .host(wallet.registry().authority())
                .repository(request.repository())
                .isRefused(sent);
        if (challenge != null) {
            asked.parameters(challenge.parameters()).token68(challenge.token68());
        }
        Optional<String> value = scheme.authorization(asked.build());
        if (value == null) {
            throw invalid("gave null; to send nothing it gives Optional.empty()");
        }
        if (value.isPresent() && !value.get().matches(SENDABLE)) {
            throw invalid(
                    "gave what cannot be sent: expected 1 to 65536 printable ASCII characters, no space at an end");
        }
        return value.map(Authorization::own).orElse(null);
    }

    private InvalidInputException invalid(String what) {
        return new InvalidInputException("the auth scheme " + scheme.getClass().getName() + " " + what);
    }
}
