package io.github.registryclient.cleanup.journal;

import io.github.registryclient.cleanup.files.OwnFiles;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The operating system's lock on a file, which ends with the process. The file is opened for nothing else and never removed: POSIX
 * gives up a process's lock as soon as that process closes the file anywhere.
 */
final class LeaseLock implements Closeable {
    private final FileChannel channel;

    private LeaseLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Empty if somebody else has it. */
    static Optional<LeaseLock> take(Path file) throws IOException {
        if (!Files.exists(file)) {
            try {
                OwnFiles.create(file);
            } catch (FileAlreadyExistsException another) {
                // made it meanwhile
            }
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            FileLock lock = channel.tryLock();
            taken = lock != null;
            return taken ? Optional.of(new LeaseLock(channel)) : Optional.empty();
        } catch (OverlappingFileLockException hereInThisProcess) {
            return Optional.empty();
        } finally {
            if (!taken) {
                channel.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
