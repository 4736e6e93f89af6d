package io.github.registryclient.testkit.registry.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps others away from a folder. The operating system frees the lock of a process that ends in whatever way.
 *
 * <p>On POSIX systems a process loses its lock as soon as it closes the file anywhere, even if it was opened there only to find
 * it locked. So who has the lock writes itself into a file beside, and whoever is of the same process looks there first.
 */
final class FolderLock implements AutoCloseable {
    private final FileChannel channel;
    private final Path holder;

    private FolderLock(FileChannel channel, Path holder) {
        this.channel = channel;
        this.holder = holder;
    }

    /** Takes the lock of a folder; throws {@link FolderInUseException} if it is taken. */
    static FolderLock take(Path folder) throws IOException {
        Path holder = folder.resolve("lock-holder");
        synchronized (FolderLock.class) {
            if (holder(holder).equals(thisProcess())) {
                throw new FolderInUseException(folder, "this process");
            }
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            boolean taken = false;
            try {
                if (!isFree(channel)) {
                    throw new FolderInUseException(folder, holder(holder));
                }
                Files.writeString(holder, thisProcess());
                taken = true;
                return new FolderLock(channel, holder);
            } finally {
                if (!taken) {
                    channel.close();
                }
            }
        }
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // another class loader of this process has it
        }
    }

    private static String holder(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            return "another process";
        }
    }

    /** With its start, for numbers are used again. */
    private static String thisProcess() {
        ProcessHandle process = ProcessHandle.current();
        return "process " + process.pid()
                + process.info().startInstant().map(start -> " of " + start).orElse("");
    }

    /** Gives it back. */
    @Override
    public void close() throws IOException {
        synchronized (FolderLock.class) {
            if (channel.isOpen()) {
                Files.deleteIfExists(holder);
                channel.close();
            }
        }
    }
}
