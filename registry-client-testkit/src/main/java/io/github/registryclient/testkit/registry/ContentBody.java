package io.github.registryclient.testkit.registry;

import io.github.registryclient.testkit.http.Body;
import io.github.registryclient.testkit.registry.store.Content;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A part of stored bytes, read while it is sent. */
final class ContentBody implements Body {
    private static final int BUFFER = 16 << 10;

    private final Content content;
    private final long offset;
    private final long length;

    private ContentBody(Content content, long offset, long length) {
        this.content = content;
        this.offset = offset;
        this.length = length;
    }

    static ContentBody all(Content content) {
        return new ContentBody(content, 0, content.size());
    }

    static ContentBody part(Content content, long offset, long length) {
        return new ContentBody(content, offset, length);
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (InputStream in = content.open(offset)) {
            byte[] buffer = new byte[(int) Math.min(BUFFER, length)];
            long left = length;
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new EOFException("stored bytes ended early");
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
    }
}
