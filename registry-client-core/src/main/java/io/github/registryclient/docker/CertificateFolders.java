package io.github.registryclient.docker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where Docker and Podman keep the certificates of registries, for
 * {@code TlsSettings.builder().certificateFolders(CertificateFolders.ofThisUser())}.
 */
public final class CertificateFolders {
    private CertificateFolders() {}

    /**
     * The folders {@code certs.d} in turn: this user's ({@code ~/.config/containers}, of Docker's without root
     * {@code ~/.config/docker}, of Docker Desktop {@code ~/.docker}), then, but on Windows, this machine's
     * ({@code /etc/containers}, {@code /etc/docker}). They need not be there.
     *
     * @return paths; of a user without a home only the machine's
     */
    public static List<Path> ofThisUser() {
        return of(Environment.ofThisProcess());
    }

    /** Sources: containers-certs.d(5); docker docs, "Rootless mode" and "Docker Desktop FAQs". */
    static List<Path> of(Environment environment) {
        List<Path> folders = new ArrayList<>();
        environment.home().ifPresent(home -> {
            folders.add(home.resolve(".config/containers/certs.d"));
            folders.add(home.resolve(".config/docker/certs.d"));
            folders.add(home.resolve(".docker/certs.d"));
        });
        if (environment.family() != Environment.Family.WINDOWS) {
            folders.add(Path.of("/etc/containers/certs.d"));
            folders.add(Path.of("/etc/docker/certs.d"));
        }
        return List.copyOf(folders);
    }
}
