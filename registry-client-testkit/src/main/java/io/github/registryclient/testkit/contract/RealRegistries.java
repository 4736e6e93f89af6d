package io.github.registryclient.testkit.contract;

import io.github.registryclient.testkit.process.RegistryProgram;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * Gives tests the real registries of this machine. One that is missing skips the test, with a line on standard output that
 * names it; one that is missing although {@value #REQUIRED} names it fails the test.
 */
public final class RealRegistries {
    /** The system property: names of {@link RegistryProgram#names()}, separated by commas, that must not be missing. */
    public static final String REQUIRED = "registries.required";

    private RealRegistries() {}

    /**
     * One program, or the end of the test.
     *
     * @param name one of {@link RegistryProgram#names()}
     * @return the program
     * @throws AssertionError if it is missing and required
     * @throws RuntimeException JUnit's for a failed assumption, if it is missing
     */
    public static RegistryProgram assumePresent(String name) {
        return orEndTest(name, RegistryProgram.find(name), System.getProperty(REQUIRED, ""));
    }

    static RegistryProgram orEndTest(String name, Optional<RegistryProgram> found, String required) {
        if (found.isEmpty()) {
            missing(name, required);
            Assumptions.abort(skipped(name));
        }
        return found.orElseThrow();
    }

    /**
     * All programs that are there, for tests that run on each; a line names each missing one.
     *
     * @return in the order of {@link RegistryProgram#names()}
     * @throws AssertionError if a required one is missing
     * @throws RuntimeException JUnit's for a failed assumption, if there is none at all
     */
    public static List<RegistryProgram> assumeSome() {
        List<RegistryProgram> found = new ArrayList<>();
        for (String name : RegistryProgram.names()) {
            RegistryProgram.find(name)
                    .ifPresentOrElse(found::add, () -> missing(name, System.getProperty(REQUIRED, "")));
        }
        Assumptions.assumeFalse(found.isEmpty(), "skipped: none of " + RegistryProgram.names() + " is on the PATH");
        return found;
    }

    private static void missing(String name, String required) {
        if (names(required).contains(name)) {
            Assertions.fail(name + " is not on the PATH, but -D" + REQUIRED + " says that it has to be");
        }
        System.out.println(skipped(name));
    }

    private static String skipped(String name) {
        return "skipped: " + name + " is not on the PATH";
    }

    private static Set<String> names(String required) {
        Set<String> names = Arrays.stream(required.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        if (!RegistryProgram.names().containsAll(names)) {
            // A misspelt name would require nothing.
            Assertions.fail("-D" + REQUIRED + "=" + required + ": known are only " + RegistryProgram.names());
        }
        return names;
    }
}
