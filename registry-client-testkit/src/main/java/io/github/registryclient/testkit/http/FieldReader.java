package io.github.registryclient.testkit.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads header or trailer fields up to the empty line (RFC 9112, 5). */
final class FieldReader {
    private static final int TOO_LARGE = 431;

    private FieldReader() {}

    static Fields read(LineReader lines) throws IOException {
        List<Map.Entry<String, String>> entries = new ArrayList<>();
        for (String line = lines.next(TOO_LARGE); !line.isEmpty(); line = lines.next(TOO_LARGE)) {
            entries.add(field(line));
        }
        return Fields.of(entries);
    }

    private static Map.Entry<String, String> field(String line) throws RefusedException {
        if (line.charAt(0) == ' ' || line.charAt(0) == '\t') {
            throw RefusedException.malformed("a header is folded, or white space comes before the first");
        }
        int colon = line.indexOf(':');
        if (colon < 0 || !Syntax.isToken(line.substring(0, colon))) {
            throw RefusedException.malformed("a header without a name, or with a space in it");
        }
        String value = trim(line.substring(colon + 1));
        if (!Syntax.isValue(value)) {
            throw RefusedException.malformed("a control character in a header");
        }
        return Map.entry(line.substring(0, colon), value);
    }

    /** Optional white space is spaces and tabulators, nothing else. */
    private static String trim(String text) {
        int begin = 0;
        int end = text.length();
        while (begin < end && isSpace(text.charAt(begin))) {
            begin++;
        }
        while (end > begin && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(begin, end);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }
}
