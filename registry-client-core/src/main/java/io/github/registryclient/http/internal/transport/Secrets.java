package io.github.registryclient.http.internal.transport;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.http.internal.address.PercentEncoding;
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
final class Secrets {
    static final Secrets NONE = new Secrets(List.of());
    /** A shorter one is part of ordinary words, and cutting it out would tell where it stood. */
    private static final int SHORTEST = 4;

    private static final String CUT = "…";

    private final List<String> texts;

    private Secrets(List<String> texts) {
        this.texts = texts;
    }

    static Secrets of(Credentials credentials) {
        String password = credentials.password();
        String pair = pair(credentials);
        List<String> unpadded = List.of(
                pair.replace("=", ""), pair.replace("=", "").replace('+', '-').replace('/', '_'));
        return password.length() < SHORTEST
                ? new Secrets(unpadded)
                : new Secrets(
                        Stream.concat(unpadded.stream(), spellings(password)).collect(Collectors.toUnmodifiableList()));
    }

    /** As it may stand in JSON, which Go, PHP and Python escape in ways of their own, and in an address. */
    private static Stream<String> spellings(String password) {
        String json = password.replace("\\", "\\\\").replace("\"", "\\\"");
        String go = json.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e");
        String ascii = json.codePoints().boxed().map(Secrets::asciiJson).collect(Collectors.joining());
        return Stream.of(
                        go,
                        ascii.replace("/", "\\/"),
                        ascii,
                        json.replace("/", "\\/"),
                        json,
                        PercentEncoding.inParameter(password),
                        password)
                .distinct();
    }

    private static String asciiJson(int codePoint) {
        return Character.toString(codePoint)
                .chars()
                .mapToObj(
                        unit -> unit < 128 ? String.valueOf((char) unit) : String.format(Locale.ROOT, "\\u%04x", unit))
                .collect(Collectors.joining());
    }

    /** User name and password as Basic has them. Source: RFC 7617, 2. */
    static String pair(Credentials credentials) {
        String pair = credentials.username() + ":" + credentials.password();
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    String redact(String text) {
        String shown = text;
        for (String secret : texts) {
            shown = shown.replace(secret, CUT);
        }
        return shown;
    }

    SegmentedBytes redact(SegmentedBytes body) {
        if (texts.isEmpty() || body.size() == 0) {
            return body;
        }
        String said = new String(body.toByteArray(), StandardCharsets.ISO_8859_1); // any bytes survive this
        String shown = said;
        for (String secret : texts) {
            shown = shown.replace(asBytes(secret), asBytes(CUT));
        }
        if (shown.equals(said)) {
            return body;
        }
        SegmentedBytes redacted = new SegmentedBytes();
        redacted.append(ByteBuffer.wrap(shown.getBytes(StandardCharsets.ISO_8859_1)));
        return redacted;
    }

    private static String asBytes(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    @Override
    public String toString() {
        return "…";
    }
}
