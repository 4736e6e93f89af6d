package io.github.registryclient.testkit.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** A part of a file. */
final class FileBody implements Body {
    private static final int BUFFER = 64 << 10;

    private final Path file;
    private final long offset;
    private final long length;

    FileBody(Path file, long offset, long length) {
        if (offset < 0 || length < 0) {
            throw new IllegalArgumentException("no part of a file: " + length + " bytes from " + offset);
        }
        this.file = file;
        this.offset = offset;
        this.length = length;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(offset);
            ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
            for (long left = length; left > 0; left -= buffer.limit()) {
                buffer.clear().limit((int) Math.min(left, BUFFER));
                if (channel.read(buffer) < 0) {
                    throw new EOFException(file + " ends " + left + " bytes too early");
                }
                out.write(buffer.array(), 0, buffer.flip().limit());
            }
        }
    }
}
