package io.github.registryclient.http.internal.secret;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.http.internal.address.PercentEncoding;
import io.github.registryclient.http.internal.bytes.SegmentedBytes;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The credentials that went with a request, so that an answer that quotes them, in whatever words, can be shown without them.
 * Immutable; never prints.
 */
public final class Secrets {
    /** None. */
    public static final Secrets NONE = new Secrets(List.of());
    /** A shorter one is part of ordinary words, and cutting it out would tell where it stood. */
    private static final int SHORTEST = 4;

    private static final String CUT = "…";

    private final List<String> texts;

    private Secrets(List<String> texts) {
        this.texts = texts;
    }

    /**
     * Those of an account: its password, also as Basic has it, or its token, and its own headers.
     *
     * @param credentials the account
     * @return what must not be shown
     */
    public static Secrets of(Credentials credentials) {
        Secrets secrets = ofKind(credentials);
        for (String name : credentials.headerNames()) {
            secrets = secrets.and(of(credentials.headerValue(name)));
        }
        return secrets;
    }

    private static Secrets ofKind(Credentials credentials) {
        switch (credentials.kind()) {
            case BASIC:
                return of(credentials.username(), credentials.password());
            case IDENTITY_TOKEN:
                return of(credentials.username(), credentials.token());
            case BEARER:
                return of(credentials.token());
            default:
                return NONE;
        }
    }

    /**
     * A user name and password, together and the password alone.
     *
     * @param username not secret by itself
     * @param password the secret
     * @return what must not be shown
     */
    public static Secrets of(String username, String password) {
        String pair = pair(username, password);
        String unpadded = pair.replace("=", "");
        return new Secrets(List.of(unpadded, unpadded.replace('+', '-').replace('/', '_'))).and(of(password));
    }

    /**
     * A token, password or other text.
     *
     * @param secret the secret
     * @return what must not be shown: the text in all its spellings, nothing if it is too short to be told from words
     */
    public static Secrets of(String secret) {
        return secret.length() < SHORTEST
                ? NONE
                : new Secrets(spellings(secret).collect(Collectors.toUnmodifiableList()));
    }

    /**
     * These and others.
     *
     * @param more the others
     * @return all of them
     */
    public Secrets and(Secrets more) {
        if (texts.isEmpty() || more.texts.isEmpty()) {
            return texts.isEmpty() ? more : this;
        }
        return new Secrets(
                Stream.concat(texts.stream(), more.texts.stream()).distinct().collect(Collectors.toUnmodifiableList()));
    }

    /** As it may stand in JSON, which Go, PHP and Python escape in ways of their own, in an address or a form, and in base64. */
    private static Stream<String> spellings(String password) {
        String json = password.replace("\\", "\\\\").replace("\"", "\\\"");
        String go = json.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e");
        String unpadded = base64(password).replace("=", "");
        String ascii = json.codePoints().boxed().map(Secrets::asciiJson).collect(Collectors.joining());
        return Stream.of(
                        go,
                        ascii.replace("/", "\\/"),
                        ascii,
                        json.replace("/", "\\/"),
                        json,
                        PercentEncoding.inParameter(password),
                        PercentEncoding.ofIllegal(password),
                        URLEncoder.encode(password, StandardCharsets.UTF_8),
                        unpadded,
                        unpadded.replace('+', '-').replace('/', '_'),
                        password)
                .flatMap(spelling ->
                        Stream.of(spelling, asBytes(spelling), asSignedBytes(spelling))) // as headers are read
                .distinct();
    }

    private static String asciiJson(int codePoint) {
        return Character.toString(codePoint)
                .chars()
                .mapToObj(
                        unit -> unit < 128 ? String.valueOf((char) unit) : String.format(Locale.ROOT, "\\u%04x", unit))
                .collect(Collectors.joining());
    }

    /**
     * User name and password as Basic has them. Source: RFC 7617, 2.
     *
     * @param username the user
     * @param password the password
     * @return both in base64
     */
    public static String pair(String username, String password) {
        return base64(username + ":" + password);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A text without them, in upper or lower case: the host of an address is shown in lower case. The codes of errors stay whole.
     *
     * @param text any text
     * @return the text, an ellipsis in the place of each
     */
    public String redact(String text) {
        String shown = text;
        for (String secret : texts) {
            shown = cut(shown, secret, CUT, true);
        }
        return shown;
    }

    private static String cut(String text, String secret, String instead, boolean ignoringCase) {
        StringBuilder shown = new StringBuilder();
        int kept = 0;
        int at = 0;
        while (at <= text.length() - secret.length()) {
            boolean found = text.regionMatches(ignoringCase, at, secret, 0, secret.length());
            if (found && !Codes.cover(text, at, at + secret.length())) {
                shown.append(text, kept, at).append(instead);
                at += secret.length();
                kept = at;
            } else {
                at++;
            }
        }
        return kept == 0 ? text : shown.append(text, kept, text.length()).toString();
    }

    /**
     * A body without them. The codes of errors stay whole.
     *
     * @param body a body that was read whole
     * @return the same if it has none of them, else another one with an ellipsis in the place of each
     */
    public SegmentedBytes redact(SegmentedBytes body) {
        if (texts.isEmpty() || body.size() == 0) {
            return body;
        }
        String said = new String(body.toByteArray(), StandardCharsets.ISO_8859_1); // any bytes survive this
        String shown = said;
        for (String secret : texts) {
            shown = cut(shown, asBytes(secret), asBytes(CUT), false);
        }
        if (shown.equals(said)) {
            return body;
        }
        SegmentedBytes redacted = new SegmentedBytes();
        redacted.append(ByteBuffer.wrap(shown.getBytes(StandardCharsets.ISO_8859_1)));
        return redacted;
    }

    /** As ISO 8859-1 has it, in which later ones read a header. */
    private static String asBytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** As Java 11's client reads a header: it takes each byte for a signed number, so 0xC3 becomes U+FFC3. */
    private static String asSignedBytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        StringBuilder signed = new StringBuilder(bytes.length);
        for (byte next : bytes) {
            signed.append((char) next);
        }
        return signed.toString();
    }

    @Override
    public String toString() {
        return "…";
    }
}
