package io.github.registryclient.examples.demo;

import io.github.registryclient.testkit.CollectedGarbage;
import io.github.registryclient.testkit.EmbeddedRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** The testkit's registry, which needs nothing but Java. It keeps things in a folder here, so that there are bytes to see. */
final class RegistryInThisProgram implements DemoRegistry {
    private final Path storage;
    private final EmbeddedRegistry registry;

    private RegistryInThisProgram(Path storage) {
        this.storage = storage;
        this.registry = EmbeddedRegistry.builder().folder(storage).start();
    }

    static RegistryInThisProgram start(Path folder) {
        return new RegistryInThisProgram(folder.resolve("storage"));
    }

    @Override
    public List<String> facts() {
        return List.of("program   this one: EmbeddedRegistry, in registry-client-testkit", "deletion  switched on");
    }

    @Override
    public URI uri() {
        return registry.uri();
    }

    @Override
    public Path storage() {
        return storage;
    }

    @Override
    public CollectorRun collectGarbage(boolean dryRun) {
        CollectedGarbage garbage = dryRun ? registry.garbageCollectDryRun() : registry.garbageCollect();
        String counts = Counts.of(garbage.marked().size(), "blob is", "blobs are") + " needed, "
                + Counts.of(garbage.deletedBlobs().size(), "is", "are") + " not: "
                + Counts.of(garbage.bytesFreed(), "byte") + (dryRun ? " would go" : " gone");
        return CollectorRun.succeeded(
                "EmbeddedRegistry." + (dryRun ? "garbageCollectDryRun()" : "garbageCollect()"), List.of(counts));
    }

    @Override
    public void close() {
        registry.close();
    }
}
