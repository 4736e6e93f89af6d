package io.github.registryclient.testkit.tokenserver;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.json.Json;
import io.github.registryclient.testkit.token.Claims;
import io.github.registryclient.testkit.token.Scope;
import io.github.registryclient.testkit.token.SigningKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes tokens, and the answers around them. */
final class TokenIssuer {
    private static final Duration SHORT_LIFE = Duration.ofSeconds(20);
    private static final Duration AHEAD = Duration.ofHours(1);
    private static final Duration BEHIND = Duration.ofDays(1);

    private final TokenSettings settings;
    private final SigningKey key = SigningKey.generate();
    private final SigningKey foreignKey = SigningKey.generate();

    TokenIssuer(TokenSettings settings) {
        this.settings = settings;
    }

    SigningKey key() {
        return key;
    }

    String token(Optional<String> user, String service, List<Scope> access, Set<TokenManner> manners) {
        Claims claims = Claims.of(
                settings.issuer(), user.orElse(""), service, settings.clock().instant(), lifetime(manners), access);
        return (manners.contains(TokenManner.FOREIGN_KEY) ? foreignKey : key).sign(claims);
    }

    /** Tokens are answered to a POST as OAuth has it, with the scope; to a GET under both names. */
    Response answer(
            String token, ParsedTokenRequest request, List<Scope> access, String refresh, Set<TokenManner> manners) {
        ObjectNode answer = Json.object();
        if (!request.isPost() && !manners.contains(TokenManner.ONLY_ACCESS_TOKEN)
                || manners.contains(TokenManner.ONLY_TOKEN)) {
            answer.put("token", token);
        }
        if (!manners.contains(TokenManner.ONLY_TOKEN)) {
            answer.put("access_token", token);
        }
        if (request.isPost()) {
            answer.put("scope", access.stream().map(Scope::toString).collect(Collectors.joining(" ")));
        }
        if (!manners.contains(TokenManner.NO_EXPIRES_IN)) {
            answer.put("expires_in", lifetime(manners).toSeconds());
        }
        if (!manners.contains(TokenManner.NO_ISSUED_AT)) {
            answer.put(
                    "issued_at",
                    issuedAt(manners).truncatedTo(ChronoUnit.SECONDS).toString());
        }
        if (!refresh.isEmpty()) {
            answer.put("refresh_token", refresh);
        }
        return Answers.json(200, answer);
    }

    private Duration lifetime(Set<TokenManner> manners) {
        return manners.contains(TokenManner.SHORT_LIVED) ? SHORT_LIFE : settings.lifetime();
    }

    private Instant issuedAt(Set<TokenManner> manners) {
        Instant now = settings.clock().instant();
        if (manners.contains(TokenManner.ISSUED_AT_IN_THE_FUTURE)) {
            return now.plus(AHEAD);
        }
        return manners.contains(TokenManner.ISSUED_AT_LONG_AGO) ? now.minus(BEHIND) : now;
    }
}
