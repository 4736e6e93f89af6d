package io.github.registryclient.testkit.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What a token says ({@code jwt.md}). Immutable. */
public final class Claims {
    /** A token that lives a minute does so to the end of its last second. */
    private static final Duration ROUNDING = Duration.ofSeconds(1).minusNanos(1);

    private final String issuer;
    private final String subject;
    private final String audience;
    private final Instant issuedAt;
    private final Instant expires;
    private final List<Scope> access;

    private Claims(
            String issuer, String subject, String audience, Instant issuedAt, Instant expires, List<Scope> access) {
        this.issuer = issuer;
        this.subject = subject;
        this.audience = audience;
        this.issuedAt = issuedAt;
        this.expires = expires;
        this.access = List.copyOf(access);
    }

    /**
     * Claims of a new token.
     *
     * @param issuer who says so
     * @param subject about whom; empty for nobody in particular
     * @param audience to which service
     * @param now when
     * @param lifetime for how long it is true
     * @param access what the subject may do
     */
    public static Claims of(
            String issuer, String subject, String audience, Instant now, Duration lifetime, List<Scope> access) {
        return new Claims(issuer, subject, audience, now, now.plus(lifetime), access);
    }

    ObjectNode json() {
        ObjectNode json = Jose.object()
                .put("iss", issuer)
                .put("sub", subject)
                .put("aud", audience)
                .put("exp", expires.plus(ROUNDING).getEpochSecond())
                .put("nbf", issuedAt.getEpochSecond())
                .put("iat", issuedAt.getEpochSecond())
                .put("jti", UUID.randomUUID().toString());
        ArrayNode list = json.putArray("access");
        for (Scope scope : access) {
            ArrayNode actions = list.addObject()
                    .put("type", scope.type())
                    .put("name", scope.name())
                    .putArray("actions");
            scope.actions().forEach(actions::add);
        }
        return json;
    }

    static Claims read(JsonNode json) throws InvalidTokenException {
        List<Scope> access = new ArrayList<>();
        for (JsonNode entry : json.path("access")) {
            List<String> actions = new ArrayList<>();
            entry.path("actions").forEach(action -> actions.add(action.asText()));
            access.add(Scope.of(entry.path("type").asText(), entry.path("name").asText(), actions));
        }
        return new Claims(
                json.path("iss").asText(),
                json.path("sub").asText(),
                json.path("aud").asText(),
                time(json, "nbf"),
                time(json, "exp"),
                access);
    }

    private static Instant time(JsonNode json, String name) throws InvalidTokenException {
        JsonNode value = json.path(name);
        if (!value.isIntegralNumber()) {
            throw new InvalidTokenException("there is no " + name);
        }
        return Instant.ofEpochSecond(value.asLong());
    }

    String issuer() {
        return issuer;
    }

    String audience() {
        return audience;
    }

    /** From when on it is true. */
    Instant notBefore() {
        return issuedAt;
    }

    Instant expires() {
        return expires;
    }

    /** What its bearer may do. */
    public List<Scope> access() {
        return access;
    }

    /** About whom it is. */
    public String subject() {
        return subject;
    }
}
