package io.github.registryclient.docker;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.registryclient.auth.Credentials;
import io.github.registryclient.error.CredentialsUnavailableException;
import io.github.registryclient.error.InvalidInputException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Turns user name, password and tokens as files and helpers have them into credentials. Messages say where, never what. */
final class AuthEntry {
    /** A user name that says that the password is an identity token. Source: docker-credential-helpers, README. */
    private static final String TOKEN = "<token>";

    /** Docker's encoder once left its unused bytes in. */
    private static final Pattern PADDING = Pattern.compile("^\\x00+|\\x00+$");

    private static final Pattern SPACE = Pattern.compile("\\s");

    private final String place;

    AuthEntry(String place) {
        this.place = place;
    }

    /** What one entry of {@code auths} holds; an empty one only says that a helper has it. */
    Credentials read(JsonNode entry) {
        if (entry.isNull()) {
            return Credentials.anonymous();
        }
        if (!entry.isObject()) {
            throw problem("is no object");
        }
        String registryToken = text(entry, "registrytoken");
        if (!registryToken.isEmpty()) {
            return made(() -> Credentials.bearer(registryToken));
        }
        String auth = text(entry, "auth");
        String identityToken = text(entry, "identitytoken");
        if (auth.isEmpty()) {
            return of(text(entry, "username"), text(entry, "password"), identityToken);
        }
        String pair = decode(auth);
        int colon = pair.indexOf(':');
        if (colon < 0) {
            throw problem("holds an \"auth\" that is no user:password in base64");
        }
        return of(
                pair.substring(0, colon),
                PADDING.matcher(pair.substring(colon + 1)).replaceAll(""),
                identityToken);
    }

    /** What a helper gave. */
    Credentials of(String username, String secret) {
        return of(username, secret, "");
    }

    private Credentials of(String username, String password, String identityToken) {
        boolean named = !username.equals(TOKEN);
        String account = named ? username : "";
        if (!identityToken.isEmpty()) {
            return made(() -> Credentials.identityToken(account, identityToken));
        }
        if (username.isEmpty() && password.isEmpty()) {
            return Credentials.anonymous();
        }
        if (username.isEmpty() || password.isEmpty()) {
            throw problem(username.isEmpty() ? "has a password but no user name" : "has a user name but no password");
        }
        return made(() -> named ? Credentials.basic(username, password) : Credentials.identityToken(password));
    }

    private Credentials made(Supplier<Credentials> kind) {
        try {
            return kind.get().withSource(place);
        } catch (InvalidInputException e) {
            throw problem("cannot be used: " + e.getMessage());
        }
    }

    private String text(JsonNode entry, String name) {
        return Json.text(place, entry, name);
    }

    private String decode(String auth) {
        return utf8(base64(SPACE.matcher(auth).replaceAll("")));
    }

    private byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException quotesIt) {
            throw problem("holds an \"auth\" that is no base64");
        }
    }

    private String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw problem("holds an \"auth\" that is not UTF-8");
        }
    }

    private CredentialsUnavailableException problem(String what) {
        return new CredentialsUnavailableException(place + " " + what + ": log in again, or take the entry out");
    }
}
