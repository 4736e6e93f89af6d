package io.github.registryclient.paging;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the {@code rel="next"} target in {@code Link} headers: several links in one header or many, parameters in any
 * order and case, unquoted {@code rel}, and targets without angle brackets (old Quay, Heroku).
 */
final class LinkHeader {
    private LinkHeader() {}

    static Optional<String> nextQuery(List<String> headers) {
        for (String header : headers) {
            Optional<String> target = new Cursor(header).nextTarget();
            if (target.isPresent()) {
                return target.map(LinkHeader::query);
            }
        }
        return Optional.empty();
    }

    private static String query(String target) {
        int fragment = target.indexOf('#');
        String withoutFragment = fragment < 0 ? target : target.substring(0, fragment);
        int mark = withoutFragment.indexOf('?');
        return mark < 0 ? "" : withoutFragment.substring(mark + 1);
    }

    /** Walks over one header value: {@code <target>;param=value;…, <target>…}. */
    private static final class Cursor {
        private final String text;
        private int at;

        Cursor(String text) {
            this.text = text;
        }

        Optional<String> nextTarget() {
            while (at < text.length()) {
                skip(" \t,");
                String target = readTarget();
                if (readIsNext()) {
                    return Optional.of(target);
                }
            }
            return Optional.empty();
        }

        private String readTarget() {
            if (at >= text.length() || text.charAt(at) != '<') {
                return readUntil(";,").strip();
            }
            at++;
            int start = at;
            String target = readUntil("<>");
            if (at < text.length() && text.charAt(at) == '>') {
                at++;
                return target.strip();
            }
            // Not closed before the next bracket opens, which may be the next link's or a raw one in a cursor.
            at = start;
            String bare = readUntil(";,").strip();
            return bare.endsWith(">") ? bare.substring(0, bare.length() - 1).strip() : bare;
        }

        /** Reads the parameters of one link up to its comma; whether one of them is {@code rel=next}. */
        private boolean readIsNext() {
            boolean next = false;
            skip(" \t");
            while (at < text.length() && text.charAt(at) == ';') {
                at++;
                String name = readUntil("=;,").strip().toLowerCase(Locale.ROOT);
                String value = "";
                if (at < text.length() && text.charAt(at) == '=') {
                    at++;
                    value = readValue();
                }
                next |= name.equals("rel") && isNext(value);
                skip(" \t");
            }
            readUntil(",");
            return next;
        }

        private String readValue() {
            skip(" \t");
            if (at >= text.length() || text.charAt(at) != '"') {
                return readUntil(";,").strip();
            }
            StringBuilder value = new StringBuilder();
            at++;
            while (at < text.length() && text.charAt(at) != '"') {
                if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                    at++;
                }
                value.append(text.charAt(at++));
            }
            at = Math.min(text.length(), at + 1);
            return value.toString();
        }

        private static boolean isNext(String rel) {
            for (String type : rel.replace('\'', ' ').trim().split("\\s+", -1)) {
                if (type.equalsIgnoreCase("next")) {
                    return true;
                }
            }
            return false;
        }

        private String readUntil(String stops) {
            int start = at;
            while (at < text.length() && stops.indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(start, at);
        }

        private void skip(String characters) {
            while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }
    }
}
