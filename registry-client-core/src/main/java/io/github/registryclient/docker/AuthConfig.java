package io.github.registryclient.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.registryclient.auth.Credentials;
import io.github.registryclient.error.CredentialsUnavailableException;
import io.github.registryclient.internal.Excerpt;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One file, or one environment variable, that was read: {@code auths}, {@code credHelpers} and {@code credsStore}. What it says
 * of other registries is not judged. {@code HttpHeaders}, {@code proxies} and everything else there is left alone.
 *
 * <p>Sources: docker/cli, {@code cli/config/configfile/file.go}; containers/image, {@code pkg/docker/config/config.go}.
 */
final class AuthConfig {
    /** Asks a credential helper. */
    interface Ask {
        /** What the helper has for a server; {@code configured} says where the helper is named. */
        Credentials helper(String name, String server, String configured);
    }

    private final String place;
    private final Dialect dialect;
    private final JsonNode auths;
    private final JsonNode helpers;
    private final String store;

    private AuthConfig(String place, Dialect dialect, JsonNode auths, JsonNode helpers, String store) {
        this.place = place;
        this.dialect = dialect;
        this.auths = auths;
        this.helpers = helpers;
        this.store = store;
    }

    static AuthConfig empty(String place, Dialect dialect) {
        JsonNode nothing = MissingNode.getInstance();
        return new AuthConfig(place, dialect, nothing, nothing, "");
    }

    /**
     * Reads a document.
     *
     * @param place how messages and sources name it
     * @return empty if there is nothing at all in it
     * @throws CredentialsUnavailableException if it is no JSON or has no such form
     */
    static Optional<AuthConfig> parse(String place, Dialect dialect, byte[] bytes) {
        JsonNode document = Json.document(place, bytes);
        if (document.isMissingNode()) {
            return Optional.empty();
        }
        if (!document.isObject()) {
            throw new CredentialsUnavailableException(place + " is no JSON object");
        }
        if (dialect == Dialect.DOCKERCFG) {
            return Optional.of(new AuthConfig(place, dialect, document, MissingNode.getInstance(), ""));
        }
        return Optional.of(new AuthConfig(
                place,
                dialect,
                Json.object(place, document, "auths"),
                Json.object(place, document, "credHelpers"),
                dialect == Dialect.DOCKER ? Json.text(place, document, "credsStore") : ""));
    }

    /** What it has: of the registry's helper, else of the store, else of its own entries, the most specific first. */
    Credentials find(RegistryKeys keys, Ask ask) {
        Credentials helped = ofHelper(keys, ask);
        return helped.isAnonymous() ? ofEntries(keys) : helped;
    }

    private Credentials ofHelper(RegistryKeys keys, Ask ask) {
        Optional<String> own = helperKey(keys);
        String name =
                own.map(key -> Json.text(place + ", credHelpers", helpers, key)).orElse(store);
        if (name.isEmpty()) {
            return Credentials.anonymous(); // an empty name for a registry means that its entry here counts
        }
        String configured = place + (own.isPresent() ? ", credHelpers" : ", credsStore");
        for (String server : keys.servers(dialect)) {
            Credentials given = ask.helper(name, server, configured);
            if (!given.isAnonymous()) {
                return given;
            }
        }
        return Credentials.anonymous();
    }

    private Optional<String> helperKey(RegistryKeys keys) {
        return keys.hosts().stream()
                .flatMap(host -> key(helpers, isHost(host)).stream())
                .findFirst();
    }

    private Credentials ofEntries(RegistryKeys keys) {
        if (dialect != Dialect.DOCKERCFG) {
            for (String key : keys.scoped()) {
                Credentials found = ofEntry(key::equals);
                if (!found.isAnonymous()) {
                    return found;
                }
            }
        }
        for (String host : keys.hosts()) {
            Credentials found = ofHost(host);
            if (!found.isAnonymous()) {
                return found;
            }
        }
        return Credentials.anonymous();
    }

    private Credentials ofHost(String host) {
        Credentials exact = ofEntry(host::equals);
        Credentials found = exact.isAnonymous() ? ofEntry(isHost(host)) : exact;
        return found.isAnonymous() && dialect != Dialect.PODMAN
                ? ofEntry(key -> RegistryKeys.hostOfAnyPath(key).equals(host))
                : found;
    }

    private static Predicate<String> isHost(String host) {
        return key -> RegistryKeys.host(key).filter(host::equals).isPresent();
    }

    /** The first entry, in the file's order, that holds something. */
    private Credentials ofEntry(Predicate<String> wanted) {
        for (Map.Entry<String, JsonNode> field : auths.properties()) {
            if (wanted.test(field.getKey())) {
                String entry = place + ", auths entry \"" + Excerpt.of(field.getKey()) + "\"";
                Credentials found = new AuthEntry(entry).read(field.getValue());
                if (!found.isAnonymous()) {
                    return found;
                }
            }
        }
        return Credentials.anonymous();
    }

    private static Optional<String> key(JsonNode object, Predicate<String> wanted) {
        return object.properties().stream()
                .map(Map.Entry::getKey)
                .filter(wanted)
                .findFirst();
    }
}
