package io.github.registryclient.docker;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * Docker's credentials of somebody else than this process's user. It lies in this package because the library lets nobody set
 * the environment, and a JVM cannot change its own.
 */
public final class DockerElsewhere {
    private DockerElsewhere() {}

    /** {@link DockerCredentials#ofDocker} on a Linux with those environment variables, which helpers get too. */
    public static DockerCredentials ofDocker(Map<String, String> variables) {
        Environment environment =
                new Environment(Environment.Family.LINUX, variables, null, Path.of("/run"), null, Clock.systemUTC());
        return new DockerCredentials(environment, SearchOrder::ofDocker, HelperProcess.PATIENCE);
    }
}
