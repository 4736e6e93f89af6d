package io.github.registryclient.docker;

import io.github.registryclient.http.internal.transport.Redacted;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** How a helper ended and what it printed, which may be anything, secrets included. */
final class HelperOutput {
    /** What is called a secret, with its value. */
    private static final Pattern NAMED = Pattern.compile(
            "(?i)((?:secret|password|passwd|passphrase|token|key|auth)[\\w-]*[\"']?\\s*[:=]\\s*)(\"[^\"]*\"?|'[^']*'?|\\S+)");
    /** What looks like one: a long word that no language has. */
    private static final Pattern LONG = Pattern.compile("(?=[A-Za-z_+-]*[0-9/=.])[A-Za-z0-9+/=_.~-]{24,}");

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
        String text = text();
        String errors = new String(err, StandardCharsets.UTF_8).strip();
        String shown = text.isEmpty() || text.startsWith("{") ? errors : text + (errors.isEmpty() ? "" : "; " + errors);
        return shown.isEmpty() ? "it did not say why" : redact(shown);
    }

    private static String redact(String text) {
        String shown = NAMED.matcher(text).replaceAll("$1…");
        return Redacted.excerpt(LONG.matcher(shown).replaceAll("…"));
    }
}
