package io.github.registryclient.examples.demo;

import io.github.registryclient.testkit.process.RegistryProgram;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Which registry the demo starts, and how to see it on another. */
public final class RegistryChoice {
    private static final String EMBEDDED = "the embedded one of the testkit";

    private final String name;
    private final List<String> hint;
    private final Function<Path, DemoRegistry> start;

    private RegistryChoice(String name, List<String> hint, Function<Path, DemoRegistry> start) {
        this.name = name;
        this.hint = hint;
        this.start = start;
    }

    /**
     * A real one where there is one.
     *
     * @return what is found on the PATH of distribution 2.8, else 3; else the embedded registry, which is always there
     */
    public static RegistryChoice realIfFound() {
        return Stream.of(RegistryProgram.DISTRIBUTION_2, RegistryProgram.DISTRIBUTION_3)
                .flatMap(name -> RegistryProgram.find(name).stream())
                .findFirst()
                .map(RegistryChoice::real)
                .orElseGet(RegistryChoice::noneFound);
    }

    static RegistryChoice real(RegistryProgram program) {
        return new RegistryChoice(
                program.name() + " " + program.version(), List.of(), folder -> RealRegistry.start(program, folder));
    }

    /**
     * The embedded registry, because it is wanted.
     *
     * @return the embedded registry
     */
    public static RegistryChoice embedded() {
        return new RegistryChoice(
                EMBEDDED,
                List.of("Without --embedded it is a real one, where docker-registry or registry is on the PATH."),
                RegistryInThisProgram::start);
    }

    private static RegistryChoice noneFound() {
        return new RegistryChoice(
                EMBEDDED,
                List.of(
                        "No real registry is on the PATH. To see all this on one, install one and run the demo again:",
                        "   Debian, Ubuntu   apt-get install docker-registry",
                        "   with Go          go install github.com/distribution/distribution/v3/cmd/registry@v3.1.2",
                        "                    and $(go env GOPATH)/bin added to the PATH"),
                RegistryInThisProgram::start);
    }

    String name() {
        return name;
    }

    /** Lines for a reader who would rather see another one. */
    List<String> hint() {
        return hint;
    }

    DemoRegistry start(Path folder) {
        return start.apply(folder);
    }
}
