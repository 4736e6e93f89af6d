package io.github.registryclient.testkit.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A registry's executable on this machine. Immutable and thread-safe. */
public final class RegistryProgram {
    /** Distribution 2.8, as Debian packages it. */
    public static final String DISTRIBUTION_2 = "docker-registry";
    /** Distribution 3. */
    public static final String DISTRIBUTION_3 = "registry";
    /** The registry of go-containerregistry, {@code crane registry serve}. */
    public static final String CRANE = "crane";
    /** Zot. */
    public static final String ZOT = "zot";

    private final Flavor flavor;
    private final Path executable;
    private final String version;

    RegistryProgram(Flavor flavor, Path executable, String version) {
        this.flavor = flavor;
        this.executable = executable;
        this.version = version;
    }

    /**
     * The names of all programs that are looked for.
     *
     * @return {@link #DISTRIBUTION_2}, {@link #DISTRIBUTION_3}, {@link #CRANE} and {@link #ZOT}
     */
    public static List<String> names() {
        return Flavors.all().stream().map(Flavor::name).collect(Collectors.toUnmodifiableList());
    }

    /**
     * The programs found on the PATH. Each candidate is asked for its version, for others bear these names as well.
     *
     * @return in the order of {@link #names()}; those missing are left out
     */
    public static List<RegistryProgram> onPath() {
        return names().stream().flatMap(name -> find(name).stream()).collect(Collectors.toUnmodifiableList());
    }

    /**
     * One program, if it is on the PATH.
     *
     * @param name one of {@link #names()}
     * @return the first that says of itself that it is this program
     * @throws IllegalArgumentException if no such program is known
     */
    public static Optional<RegistryProgram> find(String name) {
        return ProgramSearch.ofEnvironment().find(Flavors.named(name));
    }

    /**
     * The program's name, which also stands for what is known of its departures.
     *
     * @return one of {@link #names()}
     */
    public String name() {
        return flavor.name();
    }

    /**
     * Where it is.
     *
     * @return an absolute path
     */
    public Path executable() {
        return executable;
    }

    /**
     * The version as the program tells it.
     *
     * @return such as {@code 2.8.2+ds1} or {@code v3.1.2+unknown}
     */
    public String version() {
        return version;
    }

    Flavor flavor() {
        return flavor;
    }

    /**
     * Whether {@link RegistryProcess#collectGarbage} works: the others collect on their own or never.
     *
     * @return true for distribution
     */
    public boolean hasGarbageCollector() {
        return flavor.hasGarbageCollector();
    }

    /**
     * Name, version and place.
     *
     * @return one line
     */
    @Override
    public String toString() {
        return name() + " " + version + " (" + executable + ")";
    }
}
