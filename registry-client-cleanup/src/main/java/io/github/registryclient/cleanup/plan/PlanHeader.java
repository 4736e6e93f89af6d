package io.github.registryclient.cleanup.plan;

import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.internal.ValueStyle;
import io.github.registryclient.name.Digest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** What a plan is for, and what it was made from. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class PlanHeader {
    PlanHeader() {}

    /**
     * The registry.
     *
     * @return its address, without secrets
     */
    public abstract String registry();

    /**
     * The account that read it.
     *
     * @return its name; empty for nobody, or where it has none
     */
    public abstract Optional<String> account();

    /**
     * When it was made.
     *
     * @return by this machine's clock
     */
    public abstract Instant created();

    /**
     * The policy.
     *
     * @return the policy that it follows
     */
    public abstract Policy policy();

    /**
     * Whether all repositories of the registry's catalog were read, all of them completely.
     *
     * @return false if repositories were given, or something could not be read
     */
    public abstract boolean complete();

    /**
     * Whether there was a ledger of earlier runs, so that manifests that lost their tags since are known.
     *
     * @return true if so
     */
    @Value.Default
    public boolean ledger() {
        return false;
    }

    /**
     * What a reader should know.
     *
     * @return sentences; may be empty
     */
    public abstract List<String> notes();

    /**
     * Sizes of blobs as the registry tells them, in the place of what manifests claim.
     *
     * @return by digest, in bytes; empty if they were not asked for
     */
    public abstract Map<Digest, Long> verifiedSizes();

    /**
     * Whether what the fuse holds back was accepted.
     *
     * @return false unless somebody looked
     */
    @Value.Default
    public boolean accepted() {
        return false;
    }

    /**
     * Starts a header.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link PlanHeader}. */
    public static final class Builder extends ImmutablePlanHeader.Builder {
        Builder() {}
    }
}
