package io.github.registryclient.examples.demo;

import io.github.registryclient.testkit.process.GarbageCollection;
import io.github.registryclient.testkit.process.RegistryOptions;
import io.github.registryclient.testkit.process.RegistryProcess;
import io.github.registryclient.testkit.process.RegistryProgram;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A registry that was found on the PATH, in a process of its own. */
final class RealRegistry implements DemoRegistry {
    private final RegistryProcess process;

    private RealRegistry(RegistryProcess process) {
        this.process = process;
    }

    static RealRegistry start(RegistryProgram program, Path folder) {
        return new RealRegistry(RegistryProcess.start(program, RegistryOptions.defaults(), folder));
    }

    @Override
    public List<String> facts() {
        return List.of(
                "program   " + process.program().executable(), "deletion  switched on (storage.delete.enabled: true)");
    }

    @Override
    public URI uri() {
        return process.uri();
    }

    @Override
    public Path storage() {
        return process.storage();
    }

    @Override
    public CollectorRun collectGarbage(boolean dryRun) {
        GarbageCollection run = process.collectGarbage(dryRun);
        String call = "$ " + run.command();
        if (run.exitCode() != 0) {
            return CollectorRun.failed(call, run.lines());
        }
        List<String> counts = run.lines().stream()
                .filter(line -> line.contains("blobs marked"))
                .collect(Collectors.toList());
        return CollectorRun.succeeded(call, counts);
    }

    @Override
    public void close() {
        process.close();
    }
}
