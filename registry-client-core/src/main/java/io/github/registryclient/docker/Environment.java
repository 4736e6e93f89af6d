package io.github.registryclient.docker;

import io.github.registryclient.error.CredentialsUnavailableException;
import io.github.registryclient.http.internal.time.MonotonicClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who runs this process, and where: the one class of the client that reads environment variables and system properties. */
final class Environment {
    enum Family {
        LINUX,
        MAC,
        WINDOWS
    }

    private final Family family;
    private final Map<String, String> variables;
    private final @Nullable String home;
    private final Path run;
    private final @Nullable Object user;
    private final Clock clock;

    Environment(
            Family family,
            Map<String, String> variables,
            @Nullable String home,
            Path run,
            @Nullable Object user,
            Clock clock) {
        this.family = family;
        this.variables = family == Family.WINDOWS ? anyCase(variables) : Map.copyOf(variables);
        this.home = home;
        this.run = run;
        this.user = user;
        this.clock = clock;
    }

    static Environment ofThisProcess() {
        return new Environment(
                family(System.getProperty("os.name", "")),
                System.getenv(),
                System.getProperty("user.home"),
                Path.of("/run"),
                owner(Path.of("/proc/self")),
                new MonotonicClock());
    }

    private static Map<String, String> anyCase(Map<String, String> variables) {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(variables);
        return Collections.unmodifiableMap(copy);
    }

    private static Family family(String system) {
        String name = system.toLowerCase(Locale.ROOT);
        return name.startsWith("windows") ? Family.WINDOWS : name.startsWith("mac") ? Family.MAC : Family.LINUX;
    }

    /** A process's folder belongs to the process's user, which spares native code. */
    private static @Nullable Object owner(Path process) {
        try {
            return Files.getAttribute(process, "unix:uid");
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException notLinux) {
            return null;
        }
    }

    Family family() {
        return family;
    }

    Clock clock() {
        return clock;
    }

    Map<String, String> variables() {
        return variables;
    }

    /** A variable; an empty one counts as not set, as for Docker and Podman. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }

    /** The folder or file that a variable names. */
    Optional<Path> path(String name) {
        return variable(name).map(value -> path("the environment variable " + name, value));
    }

    /** The user's home as the shell has it; only without one as the user database has it. */
    Optional<Path> home() {
        String variable = family == Family.WINDOWS ? "USERPROFILE" : "HOME";
        return path(variable)
                .or(() -> Optional.ofNullable(home)
                        .filter(folder ->
                                !folder.isEmpty() && !folder.equals("?")) // in a container without such a user
                        .map(folder -> path("the system property user.home", folder)));
    }

    /** The folder {@code /run/containers/<uid>}, where Linux tells the uid. */
    Optional<Path> runOfUser() {
        return Optional.ofNullable(user).map(uid -> run.resolve("containers").resolve(uid.toString()));
    }

    private static Path path(String what, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) { // not as the cause: it quotes what may be the content of a file
            throw new CredentialsUnavailableException(what + " is no path on this system");
        }
    }
}
