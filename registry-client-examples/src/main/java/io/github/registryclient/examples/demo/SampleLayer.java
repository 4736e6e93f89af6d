package io.github.registryclient.examples.demo;

import io.github.registryclient.name.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** A layer with one file of bytes that do not compress, the same for the same seed: what {@code tar -cz} would give. */
final class SampleLayer {
    private static final int BLOCK = 512;

    private final byte[] tar;
    private final byte[] gzipped;

    private SampleLayer(byte[] tar) {
        this.tar = tar;
        this.gzipped = gzip(tar);
    }

    static SampleLayer of(String fileName, String seed, int size) {
        byte[] content = new byte[size];
        new Random(seed.hashCode()).nextBytes(content);
        int padded = (size + BLOCK - 1) / BLOCK * BLOCK;
        byte[] tar = new byte[BLOCK + padded + 2 * BLOCK]; // header, content, and two empty blocks for the end
        put(tar, 0, fileName);
        put(tar, 100, "0000755"); // mode
        put(tar, 108, "0000000"); // user
        put(tar, 116, "0000000"); // group
        put(tar, 124, String.format("%011o", size));
        put(tar, 136, "00000000000"); // time
        put(tar, 148, "        "); // the checksum is taken with spaces in its place
        put(tar, 156, "0"); // a file
        put(tar, 257, "ustar\00000");
        put(tar, 148, String.format("%06o\0 ", checksum(tar)));
        System.arraycopy(content, 0, tar, BLOCK, size);
        return new SampleLayer(tar);
    }

    private static void put(byte[] tar, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, tar, at, bytes.length);
    }

    private static int checksum(byte[] tar) {
        int sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += tar[i] & 0xff;
        }
        return sum;
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    byte[] bytes() {
        return gzipped.clone();
    }

    /** What the image's configuration knows the layer by: the digest of the tar before it was compressed. */
    Digest diffId() {
        return Digest.sha256(tar);
    }
}
