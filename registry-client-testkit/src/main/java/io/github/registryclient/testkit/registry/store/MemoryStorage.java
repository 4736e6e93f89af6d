package io.github.registryclient.testkit.registry.store;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Keeps everything on the heap, until nobody refers to it any more. */
public final class MemoryStorage implements Storage {
    private final NavigableMap<String, byte[]> pieces = new ConcurrentSkipListMap<>();

    @Override
    public Optional<Content> find(String path) {
        return Optional.ofNullable(pieces.get(path)).map(Content::of);
    }

    @Override
    public void write(String path, byte[] bytes) {
        pieces.put(path, bytes.clone());
    }

    @Override
    public OutputStream append(String path) {
        return new ByteArrayOutputStream() {
            @Override
            public void close() {
                byte[] more = toByteArray();
                reset();
                pieces.merge(path, more, MemoryStorage::concatenated);
            }
        };
    }

    private static byte[] concatenated(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    @Override
    public void move(String from, String to) throws NoSuchFileException {
        byte[] bytes = pieces.remove(from);
        if (bytes == null) {
            throw new NoSuchFileException(from);
        }
        pieces.put(to, bytes);
    }

    @Override
    public void delete(String path) {
        pieces.remove(path);
    }

    @Override
    public List<String> list(String folder) {
        // '0' is the character behind '/'.
        return List.copyOf(pieces.subMap(folder + "/", folder + "0").keySet());
    }

    @Override
    public void close() {}
}
