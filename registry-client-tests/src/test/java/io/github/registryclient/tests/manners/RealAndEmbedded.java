package io.github.registryclient.tests.manners;

import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.contract.RealRegistries;
import io.github.registryclient.testkit.manner.Manners;
import io.github.registryclient.testkit.process.RegistryOptions;
import io.github.registryclient.testkit.process.RegistryProcess;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleBlob;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** A real registry, and one that plays it. */
final class RealAndEmbedded implements AutoCloseable {
    private final RegistryProcess real;
    private final EmbeddedRegistry embedded;

    private RealAndEmbedded(RegistryProcess real, EmbeddedRegistry embedded) {
        this.real = real;
        this.embedded = embedded;
    }

    /** Starts both, or ends the test where the program is missing. */
    static RealAndEmbedded start(String program, Manners manners) {
        return start(program, RegistryOptions.defaults(), manners);
    }

    /** Starts both, or ends the test where the program is missing. */
    static RealAndEmbedded start(String program, RegistryOptions options, Manners manners) {
        RegistryProcess real = RegistryProcess.start(RealRegistries.assumePresent(program), options);
        return new RealAndEmbedded(
                real, EmbeddedRegistry.builder().manners(manners).start());
    }

    /** Pushes the same to both. */
    void push(Collection<SampleRepository> content) {
        for (URI registry : List.of(real(), embedded())) {
            RegistryFiller.of(registry).pushAll(content);
        }
    }

    /** Pushes a blob to both that no manifest needs. */
    void pushBlob(String repository, SampleBlob blob) {
        for (URI registry : List.of(real(), embedded())) {
            RegistryFiller.of(registry).pushBlob(RepositoryName.of(repository), blob);
        }
    }

    /** Sends the same to both, as a part of what both are filled with. */
    void send(Exchange exchange, int status) {
        for (URI registry : List.of(real(), embedded())) {
            Answer answer = exchange.with(registry);
            if (!answer.is(status)) {
                throw new IllegalStateException(registry + " " + exchange + ": " + answer);
            }
        }
    }

    /** Makes both read-only or writable, or lets both delete or not. */
    void set(RegistryOptions options, Consumer<EmbeddedRegistry> alike) {
        real.restart(options);
        alike.accept(embedded);
    }

    /** Collects the garbage of both while they serve. */
    void collectGarbage() {
        if (real.collectGarbage(false).exitCode() != 0) {
            throw new IllegalStateException(real.output());
        }
        embedded.garbageCollect();
    }

    URI real() {
        return real.uri();
    }

    URI embedded() {
        return embedded.uri();
    }

    @Override
    public void close() {
        embedded.close();
        real.close();
    }
}
