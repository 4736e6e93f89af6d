package io.github.registryclient.http.internal.auth;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.registryclient.auth.Credentials;
import io.github.registryclient.error.ErrorResponse;
import io.github.registryclient.error.NotPermittedException;
import io.github.registryclient.error.RegistryError;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.error.TokenUnavailableException;
import io.github.registryclient.error.TooManyRequestsException;
import io.github.registryclient.http.internal.transport.Reply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What the refusal of a token server means. Of JSON only the fields are shown that hold words for people, for any other may be a
 * token.
 */
final class TokenRefusals {
    private static final int MAX_ERRORS = 20;
    private static final int EXCERPT_BYTES = 2048;

    private TokenRefusals() {}

    static RegistryException of(Reply reply, Credentials credentials, String registry) {
        ErrorResponse response = response(reply);
        String server = "The token server " + reply.request().shownHost() + " of " + registry;
        switch (reply.status()) {
            case 401:
            case 403:
                return new NotPermittedException(
                        response,
                        credentials.isAnonymous() || credentials.kind() == Credentials.Kind.HEADER
                                ? server + " gives nothing without credentials: give some"
                                : server + " refused these credentials (" + credentials
                                        + "): check them, and whether they are for this registry");
            case 429:
                return new TooManyRequestsException(response, server + " wants fewer requests, later");
            default:
                return new TokenUnavailableException(
                        response,
                        server
                                + (reply.status() < 500
                                        ? " gave no token: ask who runs the registry whether its realm is right"
                                        : " is in trouble; see its log"));
        }
    }

    static TokenUnavailableException noToken(Reply reply, String registry) {
        return new TokenUnavailableException(
                reply.request().method(),
                reply.request().shownUri(),
                "status " + reply.status() + " without a token that can be sent. Ask who runs " + registry
                        + " whether its realm, at " + reply.request().shownHost() + ", is right",
                null);
    }

    private static ErrorResponse response(Reply reply) {
        return ErrorResponse.builder()
                .method(reply.request().method())
                .uri(reply.request().shownUri())
                .status(reply.status())
                .errors(errors(reply))
                .isRegistrysOwn(false)
                .excerpt(excerpt(reply))
                .rateLimit(reply.rateLimit())
                .retryAfter(reply.retryAfter())
                .build();
    }

    /** Distribution's {@code errors}, OAuth's {@code error}, and what others made up. */
    private static List<RegistryError> errors(Reply reply) {
        JsonNode json = reply.json();
        List<RegistryError> errors = new ArrayList<>();
        JsonNode list = json.path("errors");
        for (int i = 0; list.isArray() && i < Math.min(list.size(), MAX_ERRORS); i++) {
            add(reply, errors, list.get(i).path("code"), list.get(i).path("message"));
        }
        JsonNode error = json.path("error");
        if (error.isObject()) {
            add(reply, errors, error.path("code"), error.path("message"));
        } else {
            add(reply, errors, error, json.path("error_description"));
        }
        for (String field : List.of("message", "details", "detail")) {
            add(reply, errors, json.path("code"), json.path(field));
        }
        return errors;
    }

    private static void add(Reply reply, List<RegistryError> errors, JsonNode code, JsonNode message) {
        String shownCode = code.isTextual() ? reply.shown(code.textValue()) : "";
        String shownMessage = message.isTextual() ? reply.shown(message.textValue()) : "";
        if (!shownMessage.isEmpty() || !shownCode.isEmpty() && errors.isEmpty()) {
            errors.add(RegistryError.builder()
                    .code(shownCode)
                    .message(shownMessage)
                    .build());
        }
    }

    private static String excerpt(Reply reply) {
        byte[] start = reply.body().copy(0, Math.min(reply.body().size(), EXCERPT_BYTES));
        String text = new String(start, StandardCharsets.UTF_8).strip();
        if (text.startsWith("<")) {
            return "a page for people";
        }
        return text.startsWith("{") || text.startsWith("[") ? "" : reply.shown(text);
    }
}
