package io.github.registryclient.http.sentinel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A secret with a core that stands nowhere by chance. It is found by that core, in clear, in base64 at any of its three
 * alignments, and in hexadecimal: however the rest of it is escaped, and without a word of the library's own.
 */
final class Sentinel {
    private static final String MARK = "5ent1NEL";

    private final String core;
    private final String text;
    private final boolean hasUser;
    private final List<String> traces = new ArrayList<>();

    private Sentinel(String core, String text, boolean hasUser) {
        this.hasUser = hasUser;
        this.core = core;
        this.text = text;
        traces.add(core);
        for (int before = 0; before < 3; before++) {
            byte[] shifted = ("xxx".substring(0, before) + core).getBytes(UTF_8);
            String base64 = Base64.getEncoder().encodeToString(shifted);
            int whole = shifted.length / 3 * 4; // the last group also tells of what follows
            String trace = base64.substring(before == 0 ? 0 : 4, whole);
            traces.add(trace);
            traces.add(trace.replace('+', '-').replace('/', '_'));
        }
        StringBuilder hex = new StringBuilder();
        for (byte next : core.getBytes(UTF_8)) {
            hex.append(String.format("%02x", next));
        }
        traces.add(hex.toString());
    }

    /** A password with all that encoders escape. */
    static Sentinel password(String name) {
        String core = MARK + name + "Passw0rd";
        return new Sentinel(core, core + "&<ü\"/\\+ %", true);
    }

    /** What fits into a header. */
    static Sentinel token(String name) {
        String core = MARK + name + "T0ken";
        return new Sentinel(core, core + "~/+9==", false);
    }

    String text() {
        return text;
    }

    /** As servers quote it: as it is, in an address, in JSON as several languages write it, in base64 alone and with the user. */
    List<String> quotes() {
        String json = text.replace("\\", "\\\\").replace("\"", "\\\"");
        String pair = Base64.getEncoder().encodeToString(((hasUser ? "user:" : "") + text).getBytes(UTF_8));
        return List.of(
                text,
                URLEncoder.encode(text, UTF_8),
                json,
                json.replace("&", "\\u0026").replace("<", "\\u003c"),
                json.replace("/", "\\/").replace("ü", "\\u00fc"),
                pair,
                pair.replace('+', '-').replace('/', '_').replace("=", ""),
                Base64.getEncoder().encodeToString(text.getBytes(UTF_8)));
    }

    /** As servers put it into an address. */
    List<String> inAddresses() {
        String base64 = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
        return List.of(URLEncoder.encode(text, UTF_8), base64);
    }

    /** What of it stands in a text; empty if nothing does. */
    List<String> in(String said) {
        return traces.stream().filter(said::contains).collect(Collectors.toList());
    }

    @Override
    public String toString() {
        return "the secret " + core.charAt(MARK.length());
    }
}
