package io.github.registryclient.tls;

import io.github.registryclient.error.InvalidInputException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes {@link TlsSettings}. Files are read at once, up to 4 MiB each; one that is missing, damaged or something else is an
 * {@link InvalidInputException} that names it, says what to do, and shows nothing of what is in it. Passwords are neither kept nor
 * changed: clear yours afterwards. Not thread-safe; may be used again after {@link #build}.
 */
public final class TlsSettingsBuilder {
    private final Set<X509Certificate> authorities = new LinkedHashSet<>();
    private final Set<HostAndPort> shownTo = new LinkedHashSet<>();
    private List<Path> folders = List.of();
    private Optional<ClientIdentity> identity = Optional.empty();
    private boolean onlyGiven;
    private boolean everybody;

    TlsSettingsBuilder() {}

    /**
     * Trusts what these certificates vouch for, or a server that has one of them, besides the JVM's own authorities. May be
     * called for several files.
     *
     * @param file PEM with one certificate or more, and any text around them; or one certificate in DER
     * @return this
     * @throws InvalidInputException if it holds none
     */
    public TlsSettingsBuilder trust(Path file) {
        try (Source source = Source.file(file)) {
            authorities.addAll(Certificates.read(source));
        }
        return this;
    }

    /**
     * Trusts certificates as {@link #trust} does, given as text, such as that of a variable or a secret store.
     *
     * @param pem PEM with one certificate or more
     * @return this
     * @throws InvalidInputException if it holds none
     */
    public TlsSettingsBuilder trustPem(String pem) {
        try (Source source = Source.text("the PEM text of an authority", pem)) {
            authorities.addAll(Certificates.read(source));
        }
        return this;
    }

    /**
     * Trusts what was given here, and found in certificate folders, and nobody else: not the JVM's own authorities. The registry's
     * token server, and the storage that it may redirect to, have to be among them.
     *
     * @return this
     */
    public TlsSettingsBuilder trustOnlyGiven() {
        onlyGiven = true;
        return this;
    }

    /**
     * Identifies the client with a certificate, where the registry asks for one. Replaces what was set before.
     *
     * @param certificate PEM with the certificate and, in any order, those that lead to an authority which the registry trusts
     * @param key PEM with the one private key; may be the same file. PKCS#8, PKCS#1 (RSA) or SEC1 (EC), not encrypted
     * @return this
     * @throws InvalidInputException if they hold something else, or do not belong together
     */
    public TlsSettingsBuilder clientCertificate(Path certificate, Path key) {
        return identify(certificate, key, null);
    }

    /**
     * Identifies the client as {@link #clientCertificate(Path, Path)} does, with a key that may be encrypted.
     *
     * @param certificate PEM with the certificate, and those that lead to an authority
     * @param key PEM with the private key, such as {@code BEGIN ENCRYPTED PRIVATE KEY}: PKCS#8 with PBES2 (AES, triple DES; PBKDF2)
     *     or an older scheme that the JVM knows
     * @param password of the key
     * @return this
     * @throws InvalidInputException if they hold something else, the password is wrong, or they do not belong together
     */
    public TlsSettingsBuilder clientCertificate(Path certificate, Path key, char[] password) {
        return identify(certificate, key, Objects.requireNonNull(password, "password"));
    }

    private TlsSettingsBuilder identify(Path certificate, Path key, char @Nullable [] password) {
        try (Source chain = Source.file(certificate);
                Source own = Source.file(key)) {
            return identify(chain, own, password);
        }
    }

    /**
     * Identifies the client as {@link #clientCertificate(Path, Path)} does, with text in place of files.
     *
     * @param certificate PEM with the certificate, and those that lead to an authority
     * @param key PEM with the private key, not encrypted
     * @return this
     * @throws InvalidInputException if they hold something else, or do not belong together
     */
    public TlsSettingsBuilder clientCertificatePem(String certificate, String key) {
        try (Source chain = Source.text("the PEM text of the client certificate", certificate);
                Source own = Source.text("the PEM text of the private key", key)) {
            return identify(chain, own, null);
        }
    }

    private TlsSettingsBuilder identify(Source certificate, Source key, char @Nullable [] password) {
        PrivateKey own = Keys.read(key, password);
        String names = certificate.name().equals(key.name()) ? key.name() : certificate + " and " + key;
        identity = Optional.of(ClientIdentity.of(own, Certificates.read(certificate), names));
        return this;
    }

    /**
     * Identifies the client as {@link #clientCertificate(Path, Path)} does, with the key and the certificates of a PKCS#12 file
     * ({@code .p12}, {@code .pfx}).
     *
     * @param file the file, with one private key
     * @param password of the file and the key
     * @return this
     * @throws InvalidInputException if it holds something else, or the password is wrong
     */
    public TlsSettingsBuilder clientCertificatePkcs12(Path file, char[] password) {
        Objects.requireNonNull(password, "password");
        try (Source source = Source.file(file)) {
            identity = Optional.of(Pkcs12.read(source, password));
        }
        return this;
    }

    /**
     * Lets a host besides the registry's own ask for the client certificate, such as the token server behind the same gateway.
     * May be called for several hosts.
     *
     * @param host a name or address, and {@code :port} unless it is 443
     * @return this
     * @throws InvalidInputException if that is none
     */
    public TlsSettingsBuilder showCertificateTo(String host) {
        shownTo.add(HostAndPort.parse(host));
        return this;
    }

    /**
     * Looks for certificates in {@code certs.d} folders, as Docker and Podman do: of those places the first that has a folder
     * {@code host:port} of the registry counts ({@code host} alone where the URL has no port, or 443). There {@code *.crt} are
     * authorities to trust, {@code *.cert} with {@code *.key} of the same name are a client certificate and its key, not encrypted.
     * Of several client certificates the first counts that the registry's list of authorities suits; one that was given here counts
     * before them all. For another registry none of this folder counts. A place that cannot be searched counts as
     * without a folder, but no client is built if a later one has it; nor if a file of the right folder cannot be read, is a pipe
     * or is damaged. If unset, no folder is looked into.
     *
     * @param places the places in turn, such as {@code /etc/docker/certs.d}; the usual ones are known to
     *     {@link io.github.registryclient.docker.CertificateFolders#ofThisUser}
     * @return this
     */
    public TlsSettingsBuilder certificateFolders(List<Path> places) {
        folders = List.copyOf(places);
        return this;
    }

    /**
     * Trusts whoever answers, whatever name its certificate has, if any: the connection is encrypted, but somebody in between can
     * read every password and change every answer. Only for experiments. Each client that is built with it logs a warning.
     *
     * @return this
     */
    public TlsSettingsBuilder trustEveryServerWithoutAnyCheck() {
        everybody = true;
        return this;
    }

    /**
     * Builds the settings.
     *
     * @return new settings
     * @throws InvalidInputException if every server is trusted although authorities were given, or only those are trusted that were
     *     given, and none was
     */
    public TlsSettings build() {
        if (everybody && (onlyGiven || !authorities.isEmpty())) {
            throw new InvalidInputException(
                    "trustEveryServerWithoutAnyCheck() makes no use of the authorities that were given:"
                            + " leave out the one or the other");
        }
        if (onlyGiven && authorities.isEmpty() && folders.isEmpty()) {
            throw new InvalidInputException(
                    "trustOnlyGiven() leaves nobody to trust: give authorities with trust(...) or certificateFolders(...)");
        }
        return new TlsSettings(authorities, onlyGiven, everybody, identity, new ArrayList<>(shownTo), folders);
    }
}
