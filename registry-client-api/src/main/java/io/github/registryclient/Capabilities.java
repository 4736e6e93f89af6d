package io.github.registryclient;

import io.github.registryclient.internal.ValueStyle;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** What a registry can do for this account in one repository, as far as was asked. */
@Value.Immutable
@ValueStyle
public interface Capabilities {
    /** Whether the registry has a feature. */
    enum Support {
        /** It has. */
        YES,
        /** It has not. */
        NO,
        /** Not asked, or the answer does not tell. */
        UNKNOWN
    }

    /** Whether manifests can be deleted. */
    enum Deletion {
        /** They can: the probe for a digest that nobody has was answered 404. */
        ENABLED,
        /** Switched off, or the registry is a pull-through cache: 405 {@code UNSUPPORTED}. */
        OFF,
        /** The registry is read-only just now: 405 without an error body. */
        READ_ONLY,
        /** Not by this account: 401 or 403. */
        NOT_PERMITTED,
        /** Not asked, or the answer does not tell. */
        UNKNOWN
    }

    /**
     * The {@code Docker-Distribution-Api-Version} that the registry names.
     *
     * @return usually {@code registry/2.0}; empty where it names none, as the OCI specification allows
     */
    Optional<String> apiVersion();

    /**
     * Whether a tag can be deleted without its manifest.
     *
     * @return known only after {@link RegistryClient#probeCapabilities}
     */
    Support tagDeletion();

    /**
     * Whether the registry has the referrers API of OCI 1.1.
     *
     * @return without it, referrers are kept under fallback tags
     */
    Support referrersApi();

    /**
     * Whether manifests can be deleted.
     *
     * @return known only after {@link RegistryClient#probeCapabilities}
     */
    Deletion deletion();

    /**
     * Whether this account may delete in the repository, so far as is told before anything is deleted: by the token server, in
     * the token that it gives for reading and deleting, and by the answer to a probe. Whether deletion is switched on is another
     * question, see {@link #deletion}.
     *
     * @return unknown where neither tells: without a token server (Basic), where its tokens are opaque, or where it was not asked
     *     because it refuses such questions (Quay)
     */
    @Value.Default
    default Support mayDelete() {
        return Support.UNKNOWN;
    }

    /**
     * The account that asked.
     *
     * @return the user's name; empty for nobody, and where credentials have no name
     */
    Optional<String> account();

    /**
     * What the registry's clock said when it answered. Whoever decides by ages wants it near its own.
     *
     * @return by its {@code Date} header, to the second; empty where it sends none
     */
    Optional<Instant> registryTime();

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Capabilities}. */
    final class Builder extends ImmutableCapabilities.Builder {
        Builder() {}
    }
}
