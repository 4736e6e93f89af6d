package io.github.registryclient.cleanup.journal;

import io.github.registryclient.cleanup.files.OwnFiles;
import io.github.registryclient.cleanup.files.Uninterrupted;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The disk itself. Files are open as {@link RandomAccessFile}s, which no interrupt closes. */
final class RealDisk implements Disk {
    @Override
    public long room(Path folder) throws IOException {
        long usable = Files.getFileStore(existing(folder)).getUsableSpace();
        return usable < 0 ? Long.MAX_VALUE : usable; // more than a long can count
    }

    /** The folder, or what is there of those above it. */
    private static Path existing(Path folder) {
        Path there = folder;
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }

    @Override
    public void make(Path file) throws IOException {
        Path folder = file.resolveSibling("");
        Path wasThere = existing(folder);
        OwnFiles.makeFolder(folder);
        OwnFiles.create(file);
        for (Path above = folder; above != null && above.startsWith(wasThere); above = above.getParent()) {
            settle(above);
        }
    }

    @Override
    public Sink open(Path file, long length) throws IOException {
        RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw");
        try {
            open.setLength(length);
            open.seek(length);
        } catch (IOException e) {
            open.close();
            throw e;
        }
        return new OpenFile(open);
    }

    @Override
    public void rename(Path file, Path name) throws IOException {
        Files.move(file, name, StandardCopyOption.ATOMIC_MOVE);
        settle(name.resolveSibling(""));
    }

    /** Puts the names in a folder on the disk, where the system can do that. */
    private static void settle(Path folder) throws IOException {
        Uninterrupted.call(() -> {
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            } catch (ClosedByInterruptException e) {
                throw e;
            } catch (IOException notHere) {
                return false;
            }
            return true;
        });
    }

    private static final class OpenFile implements Sink {
        private final RandomAccessFile file;

        OpenFile(RandomAccessFile file) {
            this.file = file;
        }

        @Override
        public void write(byte[] bytes) throws IOException {
            file.write(bytes);
        }

        @Override
        public long length() throws IOException {
            return file.length();
        }

        @Override
        public void sync() throws IOException {
            file.getFD().sync();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
