package io.github.registryclient.testkit.traffic;

import io.github.registryclient.testkit.text.Glob;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Takes secrets out of what a client sent. Rather too many than too few: names that sound like a secret are taken for one. */
final class Secrets {
    static final String MASK = "***";

    /** Schemes of IANA's register and those that registries use beside it; any other first word may be the secret itself. */
    private static final Set<String> SCHEMES = Set.of(
            "basic",
            "bearer",
            "concealed",
            "digest",
            "dpop",
            "gnap",
            "hoba",
            "mutual",
            "negotiate",
            "ntlm",
            "oauth",
            "privatetoken",
            "scram-sha-1",
            "scram-sha-256",
            "token",
            "vapid",
            "aws4-hmac-sha256");

    /** What every client sends; told apart first, since it is looked at for each request. */
    private static final Set<String> HARMLESS = Set.of(
            "accept",
            "accept-encoding",
            "connection",
            "content-length",
            "content-type",
            "digest",
            "host",
            "http2-settings",
            "last",
            "n",
            "range",
            "upgrade",
            "user-agent");

    private static final Set<String> WORDS = Set.of("auth", "code", "jwt", "key", "sig", "state");

    private static final Pattern PARTS = Pattern.compile(
            "token|secret|password|passwd|credential|signature|assertion|apikey|accesskey|cookie|authorization");

    private static final Pattern JSON_WEB_TOKEN = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+(?:\\.[\\w-]*)?");

    private Secrets() {}

    /** The value of a header, without what is secret in it. */
    static String header(String name, String value) {
        if (!isSecret(name)) {
            return withoutTokens(value);
        }
        int space = value.indexOf(' ');
        boolean hasScheme =
                space > 0 && SCHEMES.contains(value.substring(0, space).toLowerCase(Locale.ROOT));
        return hasScheme ? value.substring(0, space + 1) + MASK : MASK;
    }

    /** Whether there is a value of a header that is matched after its secrets were taken out. */
    static boolean canShow(String name, Glob glob) {
        if (glob.matches(header(name, glob.toString()))) {
            return true;
        }
        return isSecret(name) && SCHEMES.stream().flatMap(Secrets::spellings).anyMatch(glob::matches);
    }

    /** What is shown of credentials of a scheme, as it is commonly written. */
    private static Stream<String> spellings(String scheme) {
        return Stream.of(
                        scheme,
                        scheme.toUpperCase(Locale.ROOT),
                        scheme.substring(0, 1).toUpperCase(Locale.ROOT) + scheme.substring(1))
                .map(written -> written + " " + MASK);
    }

    /** The value of a query parameter, decoded, without what is secret in it. */
    static String parameter(String name, String value) {
        return isSecret(name) ? MASK : withoutTokens(value);
    }

    /** A query as it was sent, without the values that are secret. */
    static String query(String query) {
        StringBuilder shown = new StringBuilder(query.length());
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            boolean secret = equals >= 0 && isSecret(Query.decode(pair.substring(0, equals)));
            shown.append(shown.length() == 0 ? "" : "&");
            shown.append(secret ? pair.substring(0, equals + 1) + MASK : pair);
        }
        return withoutTokens(shown.toString());
    }

    /** Any text, in which tokens are known by their looks. */
    static String withoutTokens(String text) {
        return text.contains("eyJ") ? JSON_WEB_TOKEN.matcher(text).replaceAll(MASK) : text;
    }

    private static boolean isSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (HARMLESS.contains(lower)) {
            return false;
        }
        return Stream.of(lower.split("[^a-z0-9]", -1)).anyMatch(WORDS::contains)
                || PARTS.matcher(lower.replaceAll("[^a-z0-9]", "")).find();
    }
}
