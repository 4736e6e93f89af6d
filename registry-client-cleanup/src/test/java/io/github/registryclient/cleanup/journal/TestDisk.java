package io.github.registryclient.cleanup.journal;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** The disk, with as much room as a test gives it, and in the state that it says. */
final class TestDisk implements Disk {
    private final Disk real = new RealDisk();
    private long room = Long.MAX_VALUE;
    private boolean readOnly;
    private boolean syncFails;

    /** In bytes. What does not fit is written as far as it does. */
    TestDisk room(long bytes) {
        room = bytes;
        return this;
    }

    TestDisk readOnly(boolean is) {
        readOnly = is;
        return this;
    }

    TestDisk syncFails(boolean does) {
        syncFails = does;
        return this;
    }

    @Override
    public long room(Path folder) throws IOException {
        return room;
    }

    @Override
    public void make(Path file) throws IOException {
        makeSureItCanBeWritten(file);
        real.make(file);
    }

    @Override
    public Sink open(Path file, long length) throws IOException {
        makeSureItCanBeWritten(file);
        Sink open = real.open(file, length);
        return new Sink() {
            @Override
            public void write(byte[] bytes) throws IOException {
                int fits = (int) Math.min(room, bytes.length);
                byte[] part = new byte[fits];
                System.arraycopy(bytes, 0, part, 0, fits);
                open.write(part);
                room -= fits;
                if (fits < bytes.length) {
                    throw new IOException("No space left on device");
                }
            }

            @Override
            public long length() throws IOException {
                return open.length();
            }

            @Override
            public void sync() throws IOException {
                open.sync();
                if (syncFails) {
                    throw new IOException("Input/output error");
                }
            }

            @Override
            public void close() throws IOException {
                open.close();
            }
        };
    }

    @Override
    public void rename(Path file, Path name) throws IOException {
        makeSureItCanBeWritten(file);
        real.rename(file, name);
    }

    private void makeSureItCanBeWritten(Path file) throws FileSystemException {
        if (readOnly) {
            throw new FileSystemException(file.toString(), null, "Read-only file system");
        }
    }
}
