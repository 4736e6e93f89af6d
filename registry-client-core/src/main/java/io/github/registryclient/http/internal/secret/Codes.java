package io.github.registryclient.http.internal.secret;

import java.util.List;

/**
 * The codes that registries give their errors, by which it is judged what is missing or forbidden. A password that is a part of
 * one, in whatever case, is no secret there: to cut it out would spoil the judgement, and tell the password besides.
 *
 * <p>Source: the OCI distribution specification, "Error Codes"; distribution's, Harbor's and Quay's own.
 */
final class Codes {
    private static final List<String> ALL = List.of(
            "BLOB_UNKNOWN",
            "BLOB_UPLOAD_INVALID",
            "BLOB_UPLOAD_UNKNOWN",
            "DENIED",
            "DIGEST_INVALID",
            "INTERNAL_ERROR",
            "MANIFEST_BLOB_UNKNOWN",
            "MANIFEST_INVALID",
            "MANIFEST_UNKNOWN",
            "MANIFEST_UNVERIFIED",
            "NAME_INVALID",
            "NAME_UNKNOWN",
            "NOT_FOUND",
            "PAGINATION_NUMBER_INVALID",
            "RANGE_INVALID",
            "SIZE_INVALID",
            "TAG_EXPIRED",
            "TAG_INVALID",
            "TOOMANYREQUESTS",
            "UNAUTHORIZED",
            "UNAVAILABLE",
            "UNKNOWN",
            "UNSUPPORTED");

    private Codes() {}

    /** Whether a part of a text belongs to the word of one. */
    static boolean cover(String text, int start, int end) {
        int from = start;
        int to = end;
        while (from > 0 && isOfCode(text.charAt(from - 1))) {
            from--;
        }
        while (to < text.length() && isOfCode(text.charAt(to))) {
            to++;
        }
        return ALL.contains(text.substring(from, to));
    }

    private static boolean isOfCode(char letter) {
        return letter >= 'A' && letter <= 'Z' || letter == '_';
    }
}
