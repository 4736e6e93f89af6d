package io.github.registryclient.tests.nginx;

import io.github.registryclient.testkit.tls.CertificateAuthority;
import io.github.registryclient.testkit.tls.IssuedCertificate;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One server of an nginx, before a registry, as distribution's recipe has it. Immutable; each method gives another value. Every
 * site compresses all that a client lets it compress.
 */
final class Site {
    private final URI registry;
    private final Optional<IssuedCertificate> certificate;
    private final Optional<CertificateAuthority> clients;
    private final boolean http2;
    private final String prefix;
    private final String passedOn;
    private final List<String> settings;

    private Site(
            URI registry,
            Optional<IssuedCertificate> certificate,
            Optional<CertificateAuthority> clients,
            boolean http2,
            String prefix,
            String passedOn,
            List<String> settings) {
        this.registry = registry;
        this.certificate = certificate;
        this.clients = clients;
        this.http2 = http2;
        this.prefix = prefix;
        this.passedOn = passedOn;
        this.settings = settings;
    }

    static Site before(URI registry) {
        return new Site(registry, Optional.empty(), Optional.empty(), false, "/", "", List.of());
    }

    Site tls(IssuedCertificate server) {
        return new Site(registry, Optional.of(server), clients, http2, prefix, passedOn, settings);
    }

    /** Lets in only those who show a certificate of that authority ({@code ssl_verify_client on}). */
    Site onlyClientsOf(CertificateAuthority authority) {
        return new Site(registry, certificate, Optional.of(authority), http2, prefix, passedOn, settings);
    }

    Site http2() {
        return new Site(registry, certificate, clients, true, prefix, passedOn, settings);
    }

    /** The registry answers below a path here, of which it knows nothing. */
    Site below(String path) {
        return new Site(registry, certificate, clients, http2, path, "/", settings);
    }

    /** The registry answers below a path here, which it is told of itself ({@code http.prefix}). */
    Site belowItsOwn(String path) {
        return new Site(registry, certificate, clients, http2, path, "", settings);
    }

    /** Adds a directive; what nginx allows only once may not be there yet. */
    Site with(String directive) {
        List<String> more = new ArrayList<>(settings);
        more.add(directive);
        return new Site(registry, certificate, clients, http2, prefix, passedOn, List.copyOf(more));
    }

    Optional<IssuedCertificate> certificate() {
        return certificate;
    }

    Optional<CertificateAuthority> clients() {
        return clients;
    }

    boolean isHttp2() {
        return http2;
    }

    String prefix() {
        return prefix;
    }

    /** Where requests go; with a path, that stands in the place of the prefix. */
    String target() {
        return registry + passedOn;
    }

    List<String> settings() {
        return settings;
    }

    URI uri(int port) {
        String scheme = certificate.isPresent() ? "https" : "http";
        return URI.create(scheme + "://127.0.0.1:" + port + prefix.substring(0, prefix.length() - 1));
    }
}
