package io.github.registryclient.testkit.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Writes status line and headers (RFC 9112, 4). */
final class AnswerHead {
    private static final String END = "\r\n";
    private static final Set<String> FRAMING = Set.of("content-length", "transfer-encoding");

    private AnswerHead() {}

    /** An interim answer has no framing and no date. */
    static byte[] interim(Response response) {
        return bytes(response, List.of());
    }

    /** @param added lines of the server, the framing among them */
    static byte[] bytes(Response response, List<String> added) {
        StringBuilder text = new StringBuilder(256);
        text.append("HTTP/1.1 ").append(response.status()).append(' ');
        text.append(Reasons.of(response.status())).append(END);
        for (Map.Entry<String, String> entry : response.headers()) {
            if (!FRAMING.contains(entry.getKey().toLowerCase(Locale.ROOT))) {
                text.append(entry.getKey())
                        .append(": ")
                        .append(entry.getValue())
                        .append(END);
            }
        }
        for (String line : added) {
            text.append(line).append(END);
        }
        if (response.rawLines().isEmpty()) {
            return text.append(END).toString().getBytes(ISO_8859_1);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(text.toString().getBytes(ISO_8859_1));
        for (byte[] line : response.rawLines()) {
            bytes.writeBytes(line);
            bytes.writeBytes(END.getBytes(ISO_8859_1));
        }
        bytes.writeBytes(END.getBytes(ISO_8859_1));
        return bytes.toByteArray();
    }
}
