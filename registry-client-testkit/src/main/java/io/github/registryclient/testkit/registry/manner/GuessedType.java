package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import java.io.IOException;

/** The type that Go's server guesses for what a handler gives none, as far as blobs need it: net/http/sniff.go. */
final class GuessedType {
    private static final String CONTENT_TYPE = "Content-Type";
    private static final int LOOKED_AT = 512;

    private GuessedType() {}

    static Response of(Request request, Response response) throws IOException {
        if (response.status() >= 300) {
            return response;
        }
        Response untyped = response.without(CONTENT_TYPE);
        return request.method().equals("HEAD")
                ? untyped
                : untyped.header(CONTENT_TYPE, guess(response.body().bytes()));
    }

    private static String guess(byte[] bytes) {
        if (isGzip(bytes)) {
            return "application/x-gzip";
        }
        for (int i = 0; i < Math.min(LOOKED_AT, bytes.length); i++) {
            if (isBinary(bytes[i])) {
                return "application/octet-stream";
            }
        }
        return "text/plain; charset=utf-8";
    }

    private static boolean isGzip(byte[] bytes) {
        return bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b && bytes[2] == 0x08;
    }

    /** Control characters that are in no text; escape and the white space are. */
    private static boolean isBinary(byte b) {
        return b >= 0 && b <= 0x08 || b == 0x0b || b >= 0x0e && b <= 0x1a || b >= 0x1c && b <= 0x1f;
    }
}
