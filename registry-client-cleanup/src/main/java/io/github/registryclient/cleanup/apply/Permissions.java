package io.github.registryclient.cleanup.apply;

import io.github.registryclient.Capabilities;
import io.github.registryclient.RegistryClient;
import io.github.registryclient.error.DeletionDisabledException;
import io.github.registryclient.error.NotPermittedException;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.security.SecureRandom;
import java.util.Optional;

/** What the account may do in one repository: asked by requests that can change nothing, for what they name nobody has. Immutable. */
final class Permissions {
    private static final int DIGEST_BYTES = 32;

    private final Capabilities capabilities;
    private final Optional<String> cannotPush;

    private Permissions(Capabilities capabilities, Optional<String> cannotPush) {
        this.capabilities = capabilities;
        this.cannotPush = cannotPush;
    }

    static Permissions ask(RegistryClient client, RepositoryName repository) {
        Capabilities capabilities = client.probeCapabilities(repository);
        return new Permissions(
                capabilities, isRefused(capabilities) ? Optional.empty() : cannotPush(client, repository));
    }

    private static boolean isRefused(Capabilities capabilities) {
        return capabilities.deletion() == Capabilities.Deletion.OFF
                || capabilities.deletion() == Capabilities.Deletion.READ_ONLY
                || capabilities.deletion() == Capabilities.Deletion.NOT_PERMITTED;
    }

    /** A mount of a blob that nobody has opens an upload, which is cancelled at once. */
    private static Optional<String> cannotPush(RegistryClient client, RepositoryName repository) {
        byte[] random = new byte[DIGEST_BYTES];
        new SecureRandom().nextBytes(random);
        try {
            client.mountBlob(repository, Digest.sha256(random), repository);
            return Optional.empty();
        } catch (NotPermittedException e) {
            return Optional.of("this account may not push to it: " + e.getMessage());
        } catch (DeletionDisabledException e) {
            throw e;
        } catch (RegistryException e) {
            if (Ending.isCut(e)) {
                throw e;
            }
            return Optional.of("whether this account may push to it could not be found out: " + e.getMessage());
        }
    }

    Capabilities capabilities() {
        return capabilities;
    }

    /** Why nothing could be put back; empty if it could. */
    Optional<String> cannotPush() {
        return cannotPush;
    }

    /** Why nothing can be deleted there; empty if it can, or nobody knows. */
    Optional<String> cannotDelete() {
        switch (capabilities.deletion()) {
            case OFF:
                return Optional.of("deletion is switched off there, or it is a pull-through cache. On distribution set"
                        + " storage.delete.enabled: true (REGISTRY_STORAGE_DELETE_ENABLED=true) and restart it");
            case READ_ONLY:
                return Optional.of("the registry is read-only just now, perhaps because garbage is being collected");
            case NOT_PERMITTED:
                return Optional.of("this account may not delete there");
            default:
                return capabilities.mayDelete() == Capabilities.Support.NO
                        ? Optional.of("this account may not delete there, says the token server")
                        : Optional.empty();
        }
    }

    /** Whether that holds for the whole registry. */
    boolean isForAll() {
        return capabilities.deletion() == Capabilities.Deletion.OFF
                || capabilities.deletion() == Capabilities.Deletion.READ_ONLY;
    }
}
