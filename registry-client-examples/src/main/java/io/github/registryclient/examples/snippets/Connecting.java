package io.github.registryclient.examples.snippets;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.docker.DockerCredentials;
import io.github.registryclient.http.HttpRegistryClient;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

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
     * With a certificate authority of one's own.
     *
     * @param url the registry's URL
     * @param authority its certificate, PEM or DER
     * @return a client, to be closed
     * @throws IOException if the file cannot be read
     * @throws GeneralSecurityException if it holds no certificate
     */
    public static RegistryClient withPrivateAuthority(String url, Path authority)
            throws IOException, GeneralSecurityException {
        // region custom-tls
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (InputStream pem = Files.newInputStream(authority)) {
            CertificateFactory certificates = CertificateFactory.getInstance("X.509");
            trusted.setCertificateEntry("company", certificates.generateCertificate(pem));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);

        RegistryClient registry =
                HttpRegistryClient.builder(url).sslContext(tls).build();
        // endregion
        return registry;
    }
}
