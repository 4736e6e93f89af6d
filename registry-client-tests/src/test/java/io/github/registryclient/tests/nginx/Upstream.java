package io.github.registryclient.tests.nginx;

import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.contract.RealRegistries;
import io.github.registryclient.testkit.contract.ServerTraits;
import io.github.registryclient.testkit.process.RegistryOptions;
import io.github.registryclient.testkit.process.RegistryProcess;
import io.github.registryclient.testkit.process.RegistryProgram;
import java.net.URI;
import java.nio.file.Path;

/** The registry that nginx stands before, and where it is filled without going through nginx. */
final class Upstream implements AutoCloseable {
    private final URI asked;
    private final URI filled;
    private final ServerTraits traits;
    private final Runnable end;

    private Upstream(URI asked, URI filled, ServerTraits traits, Runnable end) {
        this.asked = asked;
        this.filled = filled;
        this.traits = traits;
        this.end = end;
    }

    /** A real one with those options; a second one over the same storage, with none, is filled for it. */
    static Upstream real(String name, RegistryOptions options, Path folder) {
        RegistryProgram program = RealRegistries.assumePresent(name);
        RegistryProcess filled = RegistryProcess.start(program, RegistryOptions.defaults(), folder);
        RegistryProcess asked;
        try {
            asked = RegistryProcess.start(program, options, folder);
        } catch (RuntimeException e) {
            filled.close();
            throw e;
        }
        return new Upstream(asked.uri(), filled.uri(), ServerTraits.of(program), () -> {
            asked.close();
            filled.close();
        });
    }

    /** The embedded one, for what is between the client and nginx alone. */
    static Upstream embedded() {
        EmbeddedRegistry registry = EmbeddedRegistry.start();
        return new Upstream(registry.uri(), registry.uri(), ServerTraits.named("embedded"), registry::close);
    }

    URI asked() {
        return asked;
    }

    URI filled() {
        return filled;
    }

    ServerTraits traits() {
        return traits;
    }

    @Override
    public void close() {
        end.run();
    }
}
