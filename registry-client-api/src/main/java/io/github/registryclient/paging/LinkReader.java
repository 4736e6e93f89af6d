package io.github.registryclient.paging;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Walks over one header value: {@code <target>;param=value;…, <target>…}. */
final class LinkReader {
    private static final Pattern NEXT = Pattern.compile("(?i)next");
    private static final Pattern LIKE_NEXT = Pattern.compile("(?i)(?<![\\w./:-])next(?![\\w./:-])");
    private static final Pattern LIKE_REL = Pattern.compile("(?<!\\w)rel(?!\\w)");
    private static final Pattern LIKE_A_PARAMETER = Pattern.compile("(?i)rel\\*?\\s*=\\W*next\\W*");

    private final String text;
    private int at;
    private boolean malformed;
    private boolean cut;
    private boolean likeNext;

    LinkReader(String text) {
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

    /** Whether a link was cut, is malformed and speaks of a next one, or is one but for its form. */
    boolean findsDoubt() {
        while (at < text.length() && !malformed && !likeNext) {
            skip(" \t,");
            int start = at;
            String target = readTarget();
            likeNext = LIKE_A_PARAMETER.matcher(target).matches();
            readIsNext();
            cut |= malformed && NEXT.matcher(text).find(start);
        }
        return cut || likeNext;
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
        malformed = true;
        cut |= text.indexOf('>', at) < 0;
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
            boolean isNext = name.equals("rel") && isNext(value);
            next |= isNext;
            likeNext |= !isNext
                    && LIKE_REL.matcher(name).find()
                    && (LIKE_NEXT.matcher(value).find()
                            || LIKE_NEXT.matcher(name.replace(':', ' ')).find());
            malformed |= name.indexOf('"') >= 0;
            skip(" \t");
        }
        likeNext |= LIKE_NEXT.matcher(readUntil(",")).find() && !next;
        return next;
    }

    private String readValue() {
        skip(" \t");
        if (at >= text.length() || text.charAt(at) != '"') {
            String bare = readUntil(";,").strip();
            malformed |= bare.indexOf('"') >= 0;
            return bare;
        }
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            value.append(text.charAt(at++));
        }
        cut |= at >= text.length();
        at = Math.min(text.length(), at + 1);
        String behind = readUntil(";,");
        malformed |= !behind.isBlank();
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
