package io.github.registryclient.http.internal.listing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.github.registryclient.http.internal.bytes.SegmentedBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads strings out of a JSON document that was found to be well-formed, by where they begin. */
final class JsonStrings {
    private static final JsonFactory JSON = new JsonFactory();

    private final SegmentedBytes document;

    JsonStrings(SegmentedBytes document) {
        this.document = document;
    }

    /** The string whose opening quote stands at an offset. */
    String at(int offset) {
        int end = offset + 1;
        boolean escaped = false;
        for (byte b = document.at(end); b != '"'; b = document.at(end)) {
            escaped |= b == '\\';
            end += b == '\\' ? 2 : 1;
        }
        return escaped
                ? unescape(document.copy(offset, end + 1))
                : new String(document.copy(offset + 1, end), StandardCharsets.UTF_8);
    }

    /** Whether the string at an offset is this one. */
    boolean isAt(int offset, String text) {
        for (int i = 0; i <= text.length(); i++) {
            byte b = document.at(offset + 1 + i);
            if (b == '"') {
                return i == text.length();
            }
            if (b < 0 || b == '\\') {
                return at(offset).equals(text);
            }
            if (i == text.length() || b != text.charAt(i)) {
                return false;
            }
        }
        return false;
    }

    /** The hash code of the string at an offset, without making it where it is plain ASCII. */
    int hashAt(int offset) {
        int hash = 0;
        for (int i = offset + 1; document.at(i) != '"'; i++) {
            byte b = document.at(i);
            if (b < 0 || b == '\\') {
                return at(offset).hashCode();
            }
            hash = 31 * hash + b;
        }
        return hash;
    }

    private static String unescape(byte[] quoted) {
        try (JsonParser parser = JSON.createParser(quoted)) {
            parser.nextToken();
            return parser.getText();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a string that was read before cannot be read again", impossible);
        }
    }
}
