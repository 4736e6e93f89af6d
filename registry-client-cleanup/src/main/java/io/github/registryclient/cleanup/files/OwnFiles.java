package io.github.registryclient.cleanup.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Files that only their owner may read (where the file system knows such a thing), written whole: beside their place first, then
 * moved there, so that whoever finds one finds all of it.
 */
public final class OwnFiles {
    /** How the names of files begin that are being written, or were when a run was killed. */
    public static final String UNFINISHED = "unfinished-";

    private OwnFiles() {}

    /**
     * Makes it and what is missing above it. A link to a folder will do, which {@link Files#createDirectories} refuses on Java 11.
     *
     * @param folder the folder
     * @throws IOException if it cannot be made
     */
    public static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, attributes(folder, "rwx------"));
        }
    }

    /**
     * Makes an empty file.
     *
     * @param file the file
     * @throws IOException if it cannot be made, or is there
     */
    public static void create(Path file) throws IOException {
        Files.createFile(file, attributes(file, "rw-------"));
    }

    /**
     * Writes a file, in the place of what is there.
     *
     * @param target the file
     * @param safely to be moved only when it is on the disk, if it is something that cannot be had again
     * @param content what to write
     * @throws IOException if it cannot be written; then what was there stays
     */
    public static void write(Path target, boolean safely, Content content) throws IOException {
        Path folder = target.resolveSibling("");
        Path beside = Files.createTempFile(folder, UNFINISHED, ".tmp", attributes(folder, "rw-------"));
        try {
            try (FileChannel file = FileChannel.open(beside, StandardOpenOption.WRITE);
                    OutputStream out = Channels.newOutputStream(file)) {
                content.writeTo(out);
                if (safely) {
                    file.force(true);
                }
            }
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static FileAttribute<?>[] attributes(Path place, String permissions) {
        boolean known = place.getFileSystem().supportedFileAttributeViews().contains("posix");
        return known
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** What is to be written. */
    public interface Content {
        /**
         * Writes it.
         *
         * @param out where to, not to be closed
         * @throws IOException if it cannot be written
         */
        void writeTo(OutputStream out) throws IOException;
    }
}
