package io.github.registryclient.http.internal.coding;

import io.github.registryclient.http.internal.secret.Redacted;
import java.net.http.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What to do with a {@code Content-Encoding} (RFC 9110, section 8.4). The JDK never asks for one and never decodes, but proxies
 * that are set wrongly add gzip nonetheless; a digest is of the bytes without it.
 */
public final class ContentCoding {
    private static final String HEADER = "Content-Encoding";
    private static final Set<String> GZIP = Set.of("gzip", "x-gzip");
    private static final int PART = 206;

    private ContentCoding() {}

    /**
     * How the body of such an answer is decoded.
     *
     * @param status the answer's
     * @param headers the answer's
     * @return a decoder that fails at the first byte where it cannot be
     */
    public static BodyDecoder decoder(int status, HttpHeaders headers) {
        List<String> codings = of(headers.allValues(HEADER));
        if (codings.isEmpty()) {
            return new PlainDecoder();
        }
        if (status == PART) {
            return new RefusingDecoder("a part of a coded body cannot be decoded");
        }
        return codings.size() == 1 && GZIP.contains(codings.get(0))
                ? new GzipDecoder()
                : new RefusingDecoder("\"" + Redacted.excerpt(String.join(", ", codings))
                        + "\" is not decoded here, only one \"gzip\"");
    }

    /**
     * Whether what the headers say of the body, its length for instance, is said of the coded one.
     *
     * @param headers an answer's
     * @return true if they name a coding
     */
    public static boolean isOn(HttpHeaders headers) {
        return !of(headers.allValues(HEADER)).isEmpty();
    }

    private static List<String> of(List<String> values) {
        return values.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(coding -> coding.trim().toLowerCase(Locale.ROOT))
                .filter(coding -> !coding.isEmpty() && !coding.equals("identity"))
                .collect(Collectors.toList());
    }
}
