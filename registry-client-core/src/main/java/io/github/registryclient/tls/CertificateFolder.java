package io.github.registryclient.tls;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.internal.PathName;
import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The folder of one registry in a {@code certs.d}: {@code *.crt} are authorities, {@code *.cert} and {@code *.key} of one name
 * are a certificate of the client's.
 *
 * <p>Sources: containers-certs.d(5); docker docs, "Verify repository client with certificates".
 */
final class CertificateFolder {
    private static final int MOST_FILES = 1000;
    private static final int HTTPS = 443;

    private final List<X509Certificate> authorities = new ArrayList<>();
    private final List<ClientIdentity> identities = new ArrayList<>();

    private CertificateFolder(Path folder) {
        SortedSet<String> names = names(folder);
        for (String name : names) {
            if (name.endsWith(".crt")) {
                try (Source source = Source.found(folder.resolve(name))) {
                    authorities.addAll(Certificates.read(source));
                }
            } else if (name.endsWith(".cert")) {
                identities.add(identity(folder, name, names));
            } else if (name.endsWith(".key") && !names.contains(renamed(name, ".key", ".cert"))) {
                throw new InvalidInputException(shown(folder, name) + " is a key without a certificate: expected "
                        + renamed(name, ".key", ".cert") + " beside it");
            }
        }
    }

    /**
     * The first folder of a registry that is there, as Podman does it: those of later places do not add to it. One that may be
     * there, for its place cannot be searched (other users' {@code /etc/docker} often cannot), must not be passed over for another.
     */
    static Optional<CertificateFolder> find(List<Path> places, URI registry) {
        Optional<Path> unseen = Optional.empty();
        for (Path place : places) {
            for (String name : names(registry)) {
                Path folder = below(place, name);
                if (Files.isDirectory(folder)) {
                    unseen.ifPresent(hidden -> refuse(hidden, folder));
                    return Optional.of(new CertificateFolder(folder));
                }
                if (unseen.isEmpty() && !Files.exists(folder) && !Files.notExists(folder)) {
                    unseen = Optional.of(folder);
                }
            }
        }
        return Optional.empty();
    }

    private static void refuse(Path unseen, Path later) {
        throw new InvalidInputException(
                "this process cannot see whether " + shown(unseen) + " is there, which would count before "
                        + shown(later) + "; change the owner or mode of the folders above it, or leave its place out");
    }

    /** As people write a registry in the name of an image: with the port that it would have anyway, or without. */
    private static List<String> names(URI registry) {
        String host = registry.getHost().toLowerCase(Locale.ROOT);
        return registry.getPort() < 0 || registry.getPort() == HTTPS
                ? List.of(host, host + ":" + HTTPS)
                : List.of(host + ":" + registry.getPort());
    }

    /** Windows has no colon in names; Docker leaves it out there. */
    private static Path below(Path place, String name) {
        try {
            return place.resolve(name);
        } catch (InvalidPathException e) {
            return place.resolve(name.replace(":", ""));
        }
    }

    private static SortedSet<String> names(Path folder) {
        SortedSet<String> names = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                names.add(String.valueOf(file.getFileName()));
                if (names.size() > MOST_FILES) {
                    throw new InvalidInputException(
                            shown(folder) + " has more than " + MOST_FILES + " files: is it a folder of certificates?");
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            throw new InvalidInputException(
                    shown(folder)
                            + " is there for this registry, but this process cannot list it; change its owner or mode",
                    e);
        }
        return names;
    }

    private static ClientIdentity identity(Path folder, String certificate, SortedSet<String> names) {
        String key = renamed(certificate, ".cert", ".key");
        if (!names.contains(key)) {
            throw new InvalidInputException(
                    shown(folder, certificate) + " is a client's certificate without its key: expected " + key
                            + " beside it. If it is an authority's, its name has to end with .crt");
        }
        try (Source chain = Source.found(folder.resolve(certificate));
                Source own = Source.found(folder.resolve(key))) {
            return ClientIdentity.of(
                    Keys.read(own, null), Certificates.read(chain), chain.name() + " and " + own.name());
        }
    }

    private static String renamed(String name, String ending, String other) {
        return name.substring(0, name.length() - ending.length()) + other;
    }

    private static String shown(Path path) {
        return PathName.of(path);
    }

    private static String shown(Path folder, String name) {
        return shown(folder.resolve(name));
    }

    List<X509Certificate> authorities() {
        return authorities;
    }

    List<ClientIdentity> identities() {
        return identities;
    }
}
