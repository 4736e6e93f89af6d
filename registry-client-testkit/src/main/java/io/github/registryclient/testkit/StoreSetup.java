package io.github.registryclient.testkit;

import io.github.registryclient.testkit.registry.store.FolderStorage;
import io.github.registryclient.testkit.registry.store.MemoryStorage;
import io.github.registryclient.testkit.registry.store.Store;
import io.github.registryclient.testkit.registry.store.UploadExpiry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** What a registry is to keep, and where. For one thread. */
final class StoreSetup {
    private Optional<Path> folder = Optional.empty();
    private SyntheticContent synthetic = SyntheticContent.seeded(0);
    private Clock clock = Clock.systemUTC();
    private UploadExpiry expiry = UploadExpiry.defaults();

    void folder(Path path) {
        folder = Optional.of(path);
    }

    void synthetic(SyntheticContent content) {
        synthetic = content;
    }

    void uploadExpiry(Duration age) {
        expiry = expiry.withAge(age);
    }

    void clock(Clock clock) {
        this.clock = clock;
        expiry = expiry.withClock(clock);
    }

    Clock clock() {
        return clock;
    }

    Store open() throws IOException {
        return Store.open(
                folder.isPresent() ? FolderStorage.open(folder.get()) : new MemoryStorage(),
                synthetic.registry(),
                expiry);
    }
}
