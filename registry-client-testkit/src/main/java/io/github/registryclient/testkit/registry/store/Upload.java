package io.github.registryclient.testkit.registry.store;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Hasher;
import io.github.registryclient.name.RepositoryName;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Optional;

/** Bytes on their way to become a blob. Thread-safe: one request at a time adds to them, others wait. */
public final class Upload {
    private static final int BUFFER = 16 << 10;

    private final Uploads uploads;
    private final String id;
    private final UploadOwner owner;
    private volatile boolean busy;
    private boolean open = true;
    private long size;

    Upload(Uploads uploads, String id, UploadOwner owner) throws IOException {
        this.uploads = uploads;
        this.id = id;
        this.owner = owner;
        this.size = data().map(Content::size).orElse(0L);
    }

    /** Its name, a UUID. */
    public String id() {
        return id;
    }

    /** Where the blob will be. */
    public RepositoryName repository() {
        return owner.repository();
    }

    /** When it began. */
    Instant begun() {
        return owner.begun();
    }

    /** Whether it takes bytes at this moment. */
    boolean isBusy() {
        return busy;
    }

    /** The number of bytes so far. */
    public synchronized long size() {
        return size;
    }

    /** Whether it takes more bytes. */
    public synchronized boolean isOpen() {
        return open;
    }

    /**
     * Adds bytes if they begin where the last ones ended. Those that came before a body broke off stay.
     *
     * @param start where they begin
     * @param limit the most bytes to add; the rest is left in the stream
     * @return the number of bytes added; -1 if they do not begin there or it is closed
     */
    public synchronized long append(long start, InputStream bytes, long limit) throws IOException {
        if (!open || start != size) {
            return -1;
        }
        busy = true;
        try (OutputStream out = uploads.storage().append(Layout.uploadData(id))) {
            byte[] buffer = new byte[BUFFER];
            while (size - start < limit) {
                int read = bytes.read(buffer, 0, (int) Math.min(BUFFER, limit - (size - start)));
                if (read < 0) {
                    break;
                }
                out.write(buffer, 0, read);
                size += read;
            }
        } finally {
            busy = false;
        }
        return size - start;
    }

    /**
     * Makes the bytes a blob, if they have the digest; ends the upload in any case.
     *
     * @param digest of an algorithm that can be computed
     * @return whether they have it
     */
    public synchronized boolean finish(Digest digest) throws IOException {
        if (!open) {
            return false;
        }
        if (size == 0) {
            uploads.storage().write(Layout.uploadData(id), new byte[0]);
        }
        boolean right = hash(digest.hasher().orElseThrow()).equals(digest);
        if (right) {
            uploads.store().putBlob(repository(), digest, Layout.uploadData(id));
        }
        cancel();
        return right;
    }

    /** Ends it and forgets its bytes. */
    public synchronized void cancel() throws IOException {
        open = false;
        uploads.forget(this);
    }

    private Digest hash(Hasher hasher) throws IOException {
        try (InputStream in = data().orElseThrow().open(0)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                hasher.update(buffer, 0, read);
            }
        }
        return hasher.finish();
    }

    private Optional<Content> data() throws IOException {
        return uploads.storage().find(Layout.uploadData(id));
    }
}
