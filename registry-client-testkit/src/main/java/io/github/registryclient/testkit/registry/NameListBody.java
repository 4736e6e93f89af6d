package io.github.registryclient.testkit.registry;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.registryclient.testkit.http.Body;
import io.github.registryclient.testkit.registry.store.Names;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A list of names in JSON, written while it is sent: a million of them need no memory. Names of repositories and tags have no
 * character that JSON would escape, and are ASCII.
 */
final class NameListBody implements Body {
    private static final int BUFFER = 16 << 10;

    private final String head;
    private final Names names;
    private final long length;
    private final String last;

    /** The head is an object up to the list's name. */
    NameListBody(String head, Names names) {
        this.head = head + ":[";
        this.names = names;
        long bytes = (long) this.head.length() + "]}".length();
        String name = "";
        for (String each : names) {
            bytes += "\"\",".length() + each.length();
            name = each;
        }
        this.length = bytes - (names.size() == 0 ? 0 : ",".length());
        this.last = name;
    }

    /** The last name; empty if there is none. */
    String last() {
        return last;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder(BUFFER).append(head);
        String separator = "";
        for (String name : names) {
            text.append(separator).append('"').append(name).append('"');
            separator = ",";
            if (text.length() > BUFFER / 2) {
                out.write(text.toString().getBytes(US_ASCII));
                text.setLength(0);
            }
        }
        out.write(text.append("]}").toString().getBytes(US_ASCII));
    }
}
