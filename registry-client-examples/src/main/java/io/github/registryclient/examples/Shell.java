package io.github.registryclient.examples;

import io.github.registryclient.Capabilities;
import io.github.registryclient.RegistryClient;
import io.github.registryclient.cleanup.report.Report;
import io.github.registryclient.cleanup.undo.UndoReport;
import io.github.registryclient.docker.DockerCredentials;
import io.github.registryclient.error.NoResponseException;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.HttpRegistryClientBuilder;
import io.github.registryclient.name.RepositoryName;
import java.util.concurrent.Callable;

/** What the JShell prelude calls. */
public final class Shell {
    private static final RepositoryName ANY = RepositoryName.of("library/hello");

    private Shell() {}

    /**
     * Connects to the registry of the system property {@code registry.url}, as the user of {@code registry.user} or, if that is
     * empty, with what {@code docker login} or {@code podman login} left for this registry; prints whether it answers and what
     * to try. A registry that does not answer is no failure.
     *
     * @return the client; the end of the shell closes it
     */
    public static RegistryClient connect() {
        String url = System.getProperty("registry.url", "http://localhost:5000");
        HttpRegistryClientBuilder builder = HttpRegistryClient.builder(url);
        String user = System.getProperty("registry.user", "");
        if (user.isEmpty()) {
            builder.credentials(DockerCredentials.ofThisUser());
        } else {
            Password.find(user, url).ifPresent(password -> builder.credentials(user, password));
        }
        RegistryClient registry = builder.build();
        System.out.println(greeting(registry));
        return registry;
    }

    /**
     * Runs a script, and says what went wrong, as the commands of the script {@code run} do.
     *
     * @param work what to do; ends with a {@link Report}, an {@link UndoReport}, an exit code, or anything else if all is done
     * @return the exit code: 0 done, 10 partial, 11 refused, 12 failed, 2 for what was asked for and makes no sense, 1 for any other
     *     failure
     */
    public static int script(Callable<?> work) {
        try {
            Object result = work.call();
            if (result instanceof Report) {
                return Ending.of((Report) result);
            }
            if (result instanceof UndoReport) {
                return Ending.of((UndoReport) result);
            }
            return result instanceof Integer ? (Integer) result : ExitCode.OK;
        } catch (RegistryException e) {
            System.out.println("script: " + e.getMessage());
            return Ending.of(e);
        } catch (Exception e) {
            System.out.println("script: " + e);
            e.printStackTrace(System.out);
            return ExitCode.FAULT;
        }
    }

    static String greeting(RegistryClient registry) {
        return String.join(
                System.lineSeparator(),
                "",
                "`registry` is the " + registry + ": " + state(registry),
                "",
                "  registry.listRepositories().toList()",
                "  registry.listTags(\"admin/hello\").toList()",
                "  registry.getManifestDigest(\"admin/hello\", \"latest\")",
                "  registry.deleteManifest(\"admin/hello\", \"sha256:...\")   // and every tag of that digest",
                "",
                "Tab completes, /exit leaves.");
    }

    private static String state(RegistryClient registry) {
        try {
            Capabilities capabilities = registry.capabilities(ANY);
            return "it answers"
                    + capabilities
                            .apiVersion()
                            .map(version -> " (" + version + ")")
                            .orElse("");
        } catch (NoResponseException e) {
            return "it does not answer now." + System.lineSeparator() + "  " + e.getMessage();
        } catch (RegistryException e) {
            return "it answers, but" + System.lineSeparator() + "  " + e.getMessage();
        }
    }
}
