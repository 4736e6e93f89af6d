package io.github.registryclient.http.internal.auth;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.registryclient.http.internal.secret.Secrets;
import io.github.registryclient.http.internal.transport.Reply;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * What a token server gives. The token itself is opaque. It is taken to live from when it was asked for, unless the server says
 * that it is a little older and the two clocks agree well enough to believe that.
 *
 * <p>Source: distribution, "Docker Registry v2 authentication" and "OAuth2 token authentication".
 */
final class TokenAnswer {
    static final long SHORTEST_SECONDS = 60;
    private static final long LONGEST_SECONDS = 86_400;
    private static final long EARLY_MILLIS = 10_000;
    private static final int LONGEST_TOKEN = 64 << 10;

    private final JsonNode json;

    private TokenAnswer(JsonNode json) {
        this.json = json;
    }

    static TokenAnswer read(Reply reply) {
        return new TokenAnswer(reply.json());
    }

    /** The token, under either of its names; empty if there is none that could be sent. */
    Optional<String> token() {
        return text("token").or(() -> text("access_token")).filter(TokenAnswer::isSendable);
    }

    /** A newer refresh token, which only goes to the realm that gave it. */
    Optional<String> refreshToken() {
        return text("refresh_token").filter(TokenAnswer::isSendable);
    }

    /** The account's own secrets go with it, for a registry may know them from its token server. */
    Token token(String text, Scopes asked, long askedAtMillis, Secrets account) {
        long lifeMillis = lifeSeconds() * 1000;
        long early = Math.min(EARLY_MILLIS, lifeMillis / 10);
        long until = birthMillis(askedAtMillis, lifeMillis) + lifeMillis - early;
        return new Token(text, account, asked, Grants.of(text, text("scope").orElse(null)), until);
    }

    private long lifeSeconds() {
        JsonNode expires = json.path("expires_in"); // some send it as a text
        return Math.max(SHORTEST_SECONDS, Math.min(LONGEST_SECONDS, expires.asLong(SHORTEST_SECONDS)));
    }

    private long birthMillis(long askedAtMillis, long lifeMillis) {
        long issued = text("issued_at").flatMap(TokenAnswer::millis).orElse(askedAtMillis);
        boolean believable = issued <= askedAtMillis && askedAtMillis - issued <= lifeMillis / 2;
        return believable ? issued : askedAtMillis;
    }

    private static Optional<Long> millis(String rfc3339) {
        try {
            return Optional.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME
                    .parse(rfc3339, Instant::from)
                    .toEpochMilli());
        } catch (DateTimeException | ArithmeticException none) {
            return Optional.empty();
        }
    }

    private Optional<String> text(String field) {
        return Optional.of(json.path(field).asText("")).filter(value -> !value.isEmpty());
    }

    private static boolean isSendable(String token) {
        return token.length() <= LONGEST_TOKEN && token.chars().allMatch(c -> c > ' ' && c < 127);
    }
}
