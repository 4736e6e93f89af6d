package io.github.registryclient.http.internal.auth;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.registryclient.http.internal.transport.Permission;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a token server says that it granted: the {@code access} of a JWT, else the {@code scope} of its answer. Only for telling
 * people what they may expect; nothing that is sent depends on it, for a token is the registry's to judge.
 *
 * <p>Source: distribution, "Token authentication implementation" and "OAuth2 token authentication".
 */
final class Grants {
    static final Grants UNTOLD = new Grants(null);
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(16).build())
                    .build())
            .build();

    private final @Nullable Scopes granted;

    private Grants(@Nullable Scopes granted) {
        this.granted = granted;
    }

    static Grants of(String token, @Nullable String scope) {
        return access(token)
                .map(Grants::new)
                .orElseGet(() -> scope == null || scope.isBlank() ? UNTOLD : new Grants(Scopes.parse(scope)));
    }

    Permission permission(Scopes asked, String resource, String action) {
        if (granted == null) {
            return Permission.UNKNOWN;
        }
        Scope wanted = Scope.of(resource, action);
        if (granted.of(resource).filter(scope -> scope.covers(wanted)).isPresent()) {
            return Permission.GRANTED;
        }
        boolean wasAsked =
                asked.of(resource).filter(scope -> scope.covers(wanted)).isPresent();
        return wasAsked ? Permission.WITHHELD : Permission.UNKNOWN;
    }

    private static Optional<Scopes> access(String token) {
        String[] parts = token.split("\\.", 4);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            JsonNode access =
                    MAPPER.readTree(Base64.getUrlDecoder().decode(parts[1])).path("access");
            return access.isArray() ? Optional.of(scopes(access)) : Optional.empty();
        } catch (IOException | IllegalArgumentException noJwt) {
            return Optional.empty();
        }
    }

    private static Scopes scopes(JsonNode access) {
        Scopes scopes = Scopes.NONE;
        for (int i = 0; i < Math.min(access.size(), Scopes.MOST); i++) {
            JsonNode entry = access.get(i);
            List<String> actions = new ArrayList<>();
            entry.path("actions").forEach(action -> actions.add(action.asText("")));
            String resource =
                    entry.path("type").asText("") + ":" + entry.path("name").asText("");
            scopes = scopes.and(Scope.of(resource, actions));
        }
        return scopes;
    }
}
