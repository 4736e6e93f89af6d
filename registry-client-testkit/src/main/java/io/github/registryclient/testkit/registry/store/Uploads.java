package io.github.registryclient.testkit.registry.store;

import io.github.registryclient.name.RepositoryName;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The uploads that are neither finished nor given up. Those that are too old are removed as soon as anybody looks: when the
 * registry starts, for each request that begins an upload or goes on with one, and for each collection of garbage. Thread-safe.
 */
public final class Uploads {
    private final Map<String, Upload> open = new ConcurrentHashMap<>();
    private final Storage storage;
    private final Store store;
    private final UploadExpiry expiry;

    private Uploads(Storage storage, Store store, UploadExpiry expiry) {
        this.storage = storage;
        this.store = store;
        this.expiry = expiry;
    }

    static Uploads load(Storage storage, Store store, UploadExpiry expiry) throws IOException {
        Uploads uploads = new Uploads(storage, store, expiry);
        for (String path : storage.list(Layout.UPLOADS)) {
            Optional<String> id = Layout.ownedUpload(path);
            if (id.isPresent()) {
                uploads.add(
                        id.get(),
                        UploadOwner.read(storage.find(path).orElseThrow().bytes()));
            }
        }
        uploads.expire(false);
        return uploads;
    }

    /** Begins one. */
    public Upload start(RepositoryName repository) throws IOException {
        expire(false);
        String id = UUID.randomUUID().toString();
        UploadOwner owner = new UploadOwner(repository, expiry.now());
        storage.write(Layout.uploadOwner(id), owner.note());
        return add(id, owner);
    }

    private Upload add(String id, UploadOwner owner) throws IOException {
        Upload upload = new Upload(this, id, owner);
        open.put(id, upload);
        return upload;
    }

    /** The upload of that name, if it is open and the repository's. */
    public Optional<Upload> find(RepositoryName repository, String id) throws IOException {
        expire(false);
        return Optional.ofNullable(open.get(id))
                .filter(upload -> upload.repository().equals(repository));
    }

    /**
     * Gives up those that are too old; one that takes bytes at this moment is left for the next time.
     *
     * @param dryRun whether only to say which
     * @return names and sizes
     */
    Map<String, Long> expire(boolean dryRun) throws IOException {
        Map<String, Long> expired = new TreeMap<>();
        for (Upload upload : open.values()) {
            if (expiry.isOver(upload.begun()) && !upload.isBusy()) {
                expired.put(upload.id(), upload.size());
                if (!dryRun) {
                    upload.cancel();
                }
            }
        }
        return expired;
    }

    void forget(Upload upload) throws IOException {
        open.remove(upload.id());
        storage.delete(Layout.uploadData(upload.id()));
        storage.delete(Layout.uploadOwner(upload.id()));
    }

    Storage storage() {
        return storage;
    }

    Store store() {
        return store;
    }
}
