package io.github.registryclient.cleanup.restore;

import io.github.registryclient.ByteRange;
import io.github.registryclient.RegistryClient;
import io.github.registryclient.error.DigestMismatchException;
import io.github.registryclient.error.ErrorResponseException;
import io.github.registryclient.error.InvalidResponseException;
import io.github.registryclient.error.NotFoundException;
import io.github.registryclient.manifest.Descriptor;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether blobs are there, by reading their first and last byte: a HEAD, and a 201 to what needs them, come from a cache that may
 * not know of a collection (distribution, run). What was proven is not read again. Thread-safe.
 */
final class BlobProof {
    private static final int CHUNK = 16 * 1024;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final RegistryClient client;
    private final Map<RepositoryName, Set<Digest>> proven = new ConcurrentHashMap<>();

    BlobProof(RegistryClient client) {
        this.client = client;
    }

    boolean isThere(RepositoryName repository, Descriptor blob) {
        Set<Digest> here = proven.computeIfAbsent(repository, first -> ConcurrentHashMap.newKeySet());
        if (here.contains(blob.digest())) {
            return true;
        }
        boolean there = shows(repository, blob);
        if (there) {
            here.add(blob.digest());
        }
        return there;
    }

    private boolean shows(RepositoryName repository, Descriptor blob) {
        try {
            return blob.size() > 0
                    ? showsEnds(repository, blob.digest(), blob.size())
                    : showsBySize(repository, blob.digest());
        } catch (NotFoundException e) {
            if (!e.response().saysMissing()) {
                throw e;
            }
            return false;
        }
    }

    /** A manifest may lie about sizes, and some storage does no ranges. */
    private boolean showsEnds(RepositoryName repository, Digest digest, long size) {
        try {
            readEnds(repository, digest, size);
            return true;
        } catch (InvalidResponseException e) {
            return showsBySize(repository, digest);
        } catch (ErrorResponseException e) {
            if (e.status() != RANGE_NOT_SATISFIABLE) {
                throw e;
            }
            return showsBySize(repository, digest);
        }
    }

    private boolean showsBySize(RepositoryName repository, Digest digest) {
        OptionalLong size = client.findBlobSize(repository, digest);
        if (size.isEmpty()) {
            return false;
        }
        try {
            if (size.getAsLong() > 0) {
                readEnds(repository, digest, size.getAsLong());
                return true;
            }
        } catch (InvalidResponseException e) {
            return showsAll(repository, digest);
        } catch (ErrorResponseException e) {
            if (e.status() != RANGE_NOT_SATISFIABLE) {
                throw e;
            }
        }
        return showsAll(repository, digest);
    }

    private void readEnds(RepositoryName repository, Digest digest, long size) {
        readByte(repository, digest, 0);
        if (size > 1) {
            readByte(repository, digest, size - 1);
        }
    }

    private void readByte(RepositoryName repository, Digest digest, long at) {
        drain(client.openBlob(repository, digest, ByteRange.of(at, at)));
    }

    /** The last resort: reading it to its end proves its digest. Other bytes, or none although HEAD promised some, are not it. */
    private boolean showsAll(RepositoryName repository, Digest digest) {
        try {
            drain(client.openBlob(repository, digest));
            return true;
        } catch (DigestMismatchException e) {
            return false;
        }
    }

    private static void drain(InputStream stream) {
        byte[] chunk = new byte[CHUNK];
        try (stream) {
            for (int read = 0; read >= 0; read = stream.read(chunk)) {
                // what is read counts, not what it says
            }
        } catch (IOException e) {
            throw new UncheckedIOException("only a closed stream can fail so", e);
        }
    }
}
