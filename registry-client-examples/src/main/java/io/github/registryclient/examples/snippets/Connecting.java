package io.github.registryclient.examples.snippets;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.docker.CertificateFolders;
import io.github.registryclient.docker.DockerCredentials;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.tls.TlsSettings;
import java.nio.file.Path;

/** Clients with settings. */
public final class Connecting {
    private Connecting() {}

    /**
     * With a user name and a password.
     *
     * @param url the registry's URL
     * @param password the password
     * @return a client, to be closed
     */
    public static RegistryClient withCredentials(String url, String password) {
        // region credentials
        RegistryClient registry = HttpRegistryClient.builder(url)
                .credentials("cleaner", password) // to it and its token server, never over plain http abroad
                .build();
        // endregion
        return registry;
    }

    /**
     * With the credentials that Docker, Podman or Skopeo keep for this user.
     *
     * @param url the registry's URL
     * @return a client, to be closed
     */
    public static RegistryClient asThisUser(String url) {
        // region docker-login
        RegistryClient registry = HttpRegistryClient.builder(url)
                .credentials(DockerCredentials.ofThisUser()) // as docker login or podman login left them
                .build();
        // endregion
        return registry;
    }

    /**
     * For a registry that others need.
     *
     * @param url the registry's URL
     * @return a client, to be closed
     */
    public static RegistryClient gently(String url) {
        // region gentle
        RegistryClient registry = HttpRegistryClient.builder(url)
                .concurrency(2) // requests at a time; 8 if unset
                .requestsPerSecond(10) // as many as there are if unset
                .retries(5) // 3 if unset; 0 fails at once
                .build();
        // endregion
        return registry;
    }

    /**
     * With a certificate authority of one's own, and a certificate that tells the registry who is asking.
     *
     * @param url the registry's URL
     * @param authority the authority's certificate, PEM or DER
     * @param certificate the client's certificate, PEM
     * @param key its key, PEM
     * @param password the key's password
     * @return a client, to be closed
     */
    public static RegistryClient withCertificates(
            String url, Path authority, Path certificate, Path key, char[] password) {
        // region custom-tls
        TlsSettings tls = TlsSettings.builder()
                .trust(authority) // PEM, besides the JVM's own authorities
                .clientCertificate(certificate, key, password) // PEM; or clientCertificatePkcs12(file, password)
                .build();
        RegistryClient registry = HttpRegistryClient.builder(url).tls(tls).build();
        // endregion
        return registry;
    }

    /**
     * With the certificates that Docker and Podman have for this registry.
     *
     * @param url the registry's URL
     * @return a client, to be closed
     */
    public static RegistryClient withCertificateFolders(String url) {
        // region certificate-folders
        TlsSettings tls = TlsSettings.builder()
                .certificateFolders(CertificateFolders.ofThisUser()) // such as /etc/docker/certs.d
                .build();
        // endregion
        return HttpRegistryClient.builder(url).tls(tls).build();
    }
}
