package io.github.registryclient.tls;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.internal.Excerpt;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whom a client trusts over TLS, and how it identifies itself:
 * {@code HttpRegistryClient.builder(url).tls(TlsSettings.builder().trust(Path.of("ca.pem")).build())}.
 *
 * <p>Authorities count for all hosts that a client of these settings talks to: the registry, the token server that it names and
 * where it redirects to, as with Docker. A client certificate is shown where it is asked for, but only by the registry's own
 * host and port, and by those named with {@link TlsSettingsBuilder#showCertificateTo}: nobody else learns who is asking.
 *
 * <p>Files are read once, when they are named; those of {@link TlsSettingsBuilder#certificateFolders} when a client is built.
 * When certificates are renewed, build settings and clients anew.
 *
 * <p>Immutable. {@link #toString} says whose certificates there are, and shows no key.
 */
public final class TlsSettings {
    private final List<X509Certificate> authorities;
    private final boolean onlyGiven;
    private final boolean everybody;
    private final Optional<ClientIdentity> identity;
    private final Set<HostAndPort> shownTo;
    private final List<Path> folders;

    TlsSettings(
            Collection<X509Certificate> authorities,
            boolean onlyGiven,
            boolean everybody,
            Optional<ClientIdentity> identity,
            Collection<HostAndPort> shownTo,
            List<Path> folders) {
        this.authorities = List.copyOf(authorities);
        this.onlyGiven = onlyGiven;
        this.everybody = everybody;
        this.identity = identity;
        this.shownTo = Set.copyOf(shownTo);
        this.folders = List.copyOf(folders);
    }

    /**
     * Starts with what the JVM does by itself.
     *
     * @return a builder that trusts the JVM's own authorities and has no client certificate
     */
    public static TlsSettingsBuilder builder() {
        return new TlsSettingsBuilder();
    }

    /**
     * What clients of a registry use, and what an {@code HttpClient} of your own may use that talks to the same hosts. Reads the
     * certificate folders. Logs a warning if every server is trusted.
     *
     * @param registry the registry's URL
     * @return a new context
     * @throws InvalidInputException if the URL has no host, a certificate folder of this registry is damaged, or the JVM's own
     *     authorities cannot be read
     */
    public SSLContext contextFor(URI registry) {
        if (registry.getHost() == null) {
            throw InvalidInputException.of("registry URL", registry.toString(), "it has no valid host");
        }
        Optional<CertificateFolder> folder = CertificateFolder.find(folders, registry);
        List<X509Certificate> given = new ArrayList<>(authorities);
        folder.ifPresent(found -> given.addAll(found.authorities()));
        List<ClientIdentity> own = identity.map(List::of)
                .or(() -> folder.map(CertificateFolder::identities))
                .orElseGet(List::of);
        Set<HostAndPort> hosts = new HashSet<>(shownTo);
        hosts.add(HostAndPort.of(registry));
        if (everybody) {
            System.getLogger("io.github.registryclient.tls")
                    .log(
                            System.Logger.Level.WARNING,
                            "{0}: every server is trusted without any check, also one in between that reads passwords"
                                    + " and changes answers",
                            registry.getScheme() + "://" + registry.getRawAuthority());
        }
        return context(new IdentityManager(own, hosts), given);
    }

    private SSLContext context(IdentityManager own, List<X509Certificate> given) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {own}, trust(given), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new InvalidInputException(
                    "the JVM's own authorities cannot be read (" + Excerpt.of(String.valueOf(e.getMessage()))
                            + "): look at javax.net.ssl.trustStore, or leave them out with trustOnlyGiven()",
                    e);
        }
    }

    /** Null is what the JDK takes for its own. */
    private TrustManager @Nullable [] trust(List<X509Certificate> given) throws GeneralSecurityException {
        if (everybody) {
            return new TrustManager[] {new TrustsEverybody()};
        }
        if (onlyGiven && given.isEmpty()) {
            throw new InvalidInputException(
                    "trustOnlyGiven() leaves nobody to trust: no authority was given, and there is none in "
                            + "a folder of this registry in " + Excerpt.of(folders.toString()));
        }
        return onlyGiven ? Trust.only(given) : given.isEmpty() ? null : Trust.besidesTheJvms(given);
    }

    /**
     * Who is trusted and who is asking.
     *
     * @return one line without keys
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("trusts ");
        if (everybody) {
            text.append("every server without any check");
        } else {
            text.append(onlyGiven ? "only" : "the JVM's authorities");
            authorities.stream().limit(5).forEach(authority -> text.append(", ").append(Names.of(authority)));
            text.append(authorities.size() > 5 ? " and " + (authorities.size() - 5) + " more" : "");
        }
        identity.ifPresent(own -> text.append("; identifies itself as ").append(own));
        if (!folders.isEmpty()) {
            text.append("; looks into ")
                    .append(folders.stream()
                            .map(folder -> Excerpt.of(folder.toString()))
                            .collect(Collectors.joining(", ")));
        }
        return text.toString().replace("only, ", "only ");
    }
}
