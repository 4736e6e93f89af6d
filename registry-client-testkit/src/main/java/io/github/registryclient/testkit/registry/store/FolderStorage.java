package io.github.registryclient.testkit.registry.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Keeps each piece in a file below a folder, which another run can open again. One registry at a time. */
public final class FolderStorage implements Storage {
    private final Path root;
    private final Path unfinished;
    private final FolderLock lock;

    private FolderStorage(Path root, FolderLock lock) {
        this.root = root;
        this.lock = lock;
        this.unfinished = root.resolve("unfinished");
    }

    /** Opens a folder, which is made if missing, and removes what an earlier run left unfinished; refused if it is in use. */
    public static FolderStorage open(Path folder) throws IOException {
        Path root = folder.toAbsolutePath();
        if (!Files.isDirectory(root)) {
            Files.createDirectories(root); // which Java 11 refuses where a link to a folder stands
        }
        // The same folder has one name only, whichever way it is reached.
        FolderStorage storage = new FolderStorage(root, FolderLock.take(root.toRealPath()));
        boolean opened = false;
        try {
            Files.createDirectories(storage.unfinished);
            for (String leftover : storage.list("unfinished")) {
                storage.delete(leftover);
            }
            opened = true;
            return storage;
        } finally {
            if (!opened) {
                storage.close();
            }
        }
    }

    @Override
    public Optional<Content> find(String path) throws IOException {
        Path file = root.resolve(path);
        try {
            return Optional.of(new Piece(file, Files.size(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public void write(String path, byte[] bytes) throws IOException {
        Path fresh = unfinished.resolve(UUID.randomUUID().toString());
        Files.write(fresh, bytes);
        rename(fresh, root.resolve(path));
    }

    @Override
    public OutputStream append(String path) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @Override
    public void move(String from, String to) throws IOException {
        rename(root.resolve(from), root.resolve(to));
    }

    private static void rename(Path from, Path to) throws IOException {
        Files.createDirectories(to.resolveSibling(""));
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void delete(String path) throws IOException {
        Files.deleteIfExists(root.resolve(path));
    }

    @Override
    public List<String> list(String folder) throws IOException {
        Path top = root.resolve(folder);
        if (!Files.isDirectory(top)) {
            return List.of();
        }
        List<String> paths = new ArrayList<>();
        try (Stream<Path> files = Files.walk(top)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> paths.add(root.relativize(file).toString().replace('\\', '/')));
        }
        return paths;
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static final class Piece implements Content {
        private final Path file;
        private final long size;

        Piece(Path file, long size) {
            this.file = file;
            this.size = size;
        }

        @Override
        public long size() {
            return size;
        }

        @Override
        public InputStream open(long offset) throws IOException {
            SeekableByteChannel channel = Files.newByteChannel(file);
            channel.position(offset);
            return Channels.newInputStream(channel);
        }
    }
}
