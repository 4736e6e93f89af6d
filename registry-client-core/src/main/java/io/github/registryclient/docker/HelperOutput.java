package io.github.registryclient.docker;

import io.github.registryclient.http.internal.secret.Redacted;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** How a helper ended and what it printed, which may be anything, secrets included. */
final class HelperOutput {
    private static final String NAMES =
            "(?:secret|passw|passphrase|pass|pwd|pw|token|key|cred|bearer|basic|auth(?!orization))";
    /** What is called a secret, with its value. */
    private static final Pattern NAMED =
            Pattern.compile("(?i)(" + NAMES + "[\\w-]{0,20}[\"']?\\s{0,9}[:=]\\s{0,9})(\"[^\"]*\"?|'[^']*'?|\\S+)");
    /** The same in XML. */
    private static final Pattern ELEMENT =
            Pattern.compile("(?i)(<[\\w:.-]{0,40}(?:" + NAMES + "|authorization)[^<>]{0,200}>)[^<]+");
    /** A header, to the end of its line, for its scheme may be anybody's. */
    private static final Pattern HEADER =
            Pattern.compile("(?i)(authorization[\"']?\\s{0,9}[:=]\\s{0,9}(?:basic\\s+|bearer\\s+)?)\\S.*");
    /** What comes after a scheme's name wherever that stands, whatever it looks like. */
    private static final Pattern SCHEME = Pattern.compile("(?i)\\b((?:basic|bearer)\\s+)[^\\s…]\\S*");
    /** What stands before the {@code @} of an address, which need not have a scheme. */
    private static final Pattern USER = Pattern.compile("(\\w{1,20}://)\\S*@|[^\\s:@]{1,100}:\\S*@");
    /** What looks like one: a long word as no language and no path has it. */
    private static final Pattern LONG = Pattern.compile(
            "(?=[A-Za-z0-9+/=_.~-]{0,200}[0-9])(?=[A-Za-z0-9+/=_.~-]{0,200}[A-Z])[A-Za-z0-9+/=_.~-]{20,}|[0-9a-f]{32,}");

    private static final int LOOKED_AT = 4000;

    private final int exitCode;
    private final byte[] out;
    private final byte[] err;

    HelperOutput(int exitCode, byte[] out, byte[] err) {
        this.exitCode = exitCode;
        this.out = out.clone();
        this.err = err.clone();
    }

    int exitCode() {
        return exitCode;
    }

    byte[] out() {
        return out.clone();
    }

    /** What it printed, without the line end. */
    String text() {
        return new String(out, StandardCharsets.UTF_8).strip();
    }

    /** What it said, fit to be shown: helpers tell their errors on either stream. */
    String said() {
        String text = prose(text());
        String errors = prose(new String(err, StandardCharsets.UTF_8).strip());
        String shown = text.isEmpty() ? errors : text + (errors.isEmpty() ? "" : "; " + errors);
        return shown.isEmpty() ? "it did not say why" : redact(shown);
    }

    /** What comes before JSON, which may be an answer. */
    private static String prose(String text) {
        int json = text.indexOf('{');
        return json < 0 ? text : json == 0 ? "" : text.substring(0, json) + "{…";
    }

    private static String redact(String text) {
        String shown = USER.matcher(start(text)).replaceAll("$1…@");
        for (Pattern named : List.of(ELEMENT, HEADER, SCHEME, NAMED)) {
            shown = named.matcher(shown).replaceAll("$1…");
        }
        return Redacted.excerpt(LONG.matcher(shown).replaceAll("…"));
    }

    /** The first words, none of them cut in two, for half a secret does not look like one. */
    private static String start(String text) {
        if (text.length() <= LOOKED_AT) {
            return text;
        }
        String start = text.substring(0, LOOKED_AT);
        return start.replaceFirst("\\S+$", "") + "…";
    }
}
