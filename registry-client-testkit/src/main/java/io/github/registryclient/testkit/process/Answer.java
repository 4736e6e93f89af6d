package io.github.registryclient.testkit.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What {@code GET /v2/} was answered. Asked without {@code java.net.http}, whose threads outlive the question and would look
 * like leaks of the client under test.
 */
final class Answer {
    private static final int TIMEOUT_MILLIS = 2_000;

    private final int status;
    private final @Nullable String mark;

    private Answer(int status, @Nullable String mark) {
        this.status = status;
        this.mark = mark;
    }

    static Answer of(URI registry) throws IOException {
        return at(registry.resolve("/v2/"));
    }

    /** The same of an API that does not begin at the root of its host. */
    static Answer at(URI root) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) root.toURL().openConnection(Proxy.NO_PROXY);
        try {
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            connection.setInstanceFollowRedirects(false);
            connection.setRequestProperty("Connection", "close");
            return new Answer(connection.getResponseCode(), connection.getHeaderField(DistributionFlavor.MARK_HEADER));
        } finally {
            connection.disconnect();
        }
    }

    /** A registry that wants credentials is ready as well. */
    boolean isReady() {
        return status == HttpURLConnection.HTTP_OK || status == HttpURLConnection.HTTP_UNAUTHORIZED;
    }

    int status() {
        return status;
    }

    boolean hasMark(String expected) {
        return expected.equals(mark);
    }
}
