package io.github.registryclient.testkit.registry.store;

import io.github.registryclient.name.RepositoryName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The uploads that are neither finished nor given up. Thread-safe. */
public final class Uploads {
    private final Map<String, Upload> open = new ConcurrentHashMap<>();
    private final Storage storage;
    private final Store store;

    private Uploads(Storage storage, Store store) {
        this.storage = storage;
        this.store = store;
    }

    static Uploads load(Storage storage, Store store) throws IOException {
        Uploads uploads = new Uploads(storage, store);
        for (String path : storage.list(Layout.UPLOADS)) {
            Optional<String> id = Layout.ownedUpload(path);
            if (id.isPresent()) {
                byte[] name = storage.find(path).orElseThrow().bytes();
                uploads.add(id.get(), RepositoryName.of(new String(name, StandardCharsets.UTF_8)));
            }
        }
        return uploads;
    }

    /** Begins one. */
    public Upload start(RepositoryName repository) throws IOException {
        String id = UUID.randomUUID().toString();
        storage.write(Layout.uploadOwner(id), repository.toString().getBytes(StandardCharsets.UTF_8));
        return add(id, repository);
    }

    private Upload add(String id, RepositoryName repository) throws IOException {
        Upload upload = new Upload(this, id, repository);
        open.put(id, upload);
        return upload;
    }

    /** The upload of that name, if it is open and the repository's. */
    public Optional<Upload> find(RepositoryName repository, String id) {
        return Optional.ofNullable(open.get(id))
                .filter(upload -> upload.repository().equals(repository));
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
