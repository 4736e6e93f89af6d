package io.github.registryclient.tests.credentials;

import io.github.registryclient.tests.ProgramRun;
import io.github.registryclient.tests.RealTools;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real skopeo that keeps its logins in one file. */
public final class Skopeo {
    private final Path program;
    private final Path authFile;

    private Skopeo(Path program, Path authFile) {
        this.program = program;
        this.authFile = authFile;
    }

    /** The one on the {@code PATH}, or the end of the test. */
    public static Skopeo with(Path authFile) {
        return new Skopeo(RealTools.assumePresent("skopeo"), authFile);
    }

    /** Logs in at a registry or at a path of it, over plain http. */
    public void login(String user, String password, String where) throws IOException, InterruptedException {
        run("login", "--tls-verify=false", "--username", user, "--password", password, where);
    }

    void logout(String where) throws IOException, InterruptedException {
        run("logout", where);
    }

    private void run(String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(program.toString()));
        line.addAll(List.of(arguments));
        line.addAll(List.of("--authfile", authFile.toString()));
        ProgramRun.run(line);
    }
}
