package io.github.registryclient.docker;

import io.github.registryclient.http.internal.secret.Redacted;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** How a helper ended and what it printed, which may be anything, secrets included. */
final class HelperOutput {
    /** What is called a secret, with its value. */
    private static final Pattern NAMED =
            Pattern.compile("(?i)((?:secret|password|passwd|passphrase|token|key|auth(?!orization))"
                    + "[\\w-]{0,20}[\"']?\\s{0,3}[:=]\\s{0,3})(\"[^\"]*\"?|'[^']*'?|\\S+)");
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
        String shown = NAMED.matcher(start(text)).replaceAll("$1…");
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
