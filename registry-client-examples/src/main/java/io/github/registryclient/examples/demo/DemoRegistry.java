package io.github.registryclient.examples.demo;

import io.github.registryclient.testkit.process.RegistryProgram;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The registry to demonstrate on: one with a garbage collector, for the space has to come back. */
public final class DemoRegistry {
    /** What to do where there is none. */
    public static final List<String> REMEDY = List.of(
            "There is no registry on the PATH to demonstrate on. Get one of these and try again:",
            "  Debian, Ubuntu:  apt-get install docker-registry",
            "  with Go:         go install github.com/distribution/distribution/v3/cmd/registry@v3.1.2",
            "                   (puts `registry` into $(go env GOPATH)/bin: that has to be on the PATH)",
            "Or look at a registry that runs somewhere: run demo --registry URL   (reads only)");

    private DemoRegistry() {}

    /**
     * Looks on the PATH.
     *
     * @return distribution 2.8, else distribution 3, else nothing
     */
    public static Optional<RegistryProgram> find() {
        return Stream.of(RegistryProgram.DISTRIBUTION_2, RegistryProgram.DISTRIBUTION_3)
                .flatMap(name -> RegistryProgram.find(name).stream())
                .findFirst();
    }
}
