package io.github.registryclient.cleanup;

import io.github.registryclient.Capabilities;
import io.github.registryclient.RegistryClient;
import io.github.registryclient.name.RepositoryName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a registry is asked before anything is read: whom it takes us for, what it can do, and what time it is there. */
final class Greeting {
    private static final Duration LARGEST_CLOCK_DIFFERENCE = Duration.ofMinutes(5);

    private final Capabilities capabilities;

    private Greeting(Capabilities capabilities) {
        this.capabilities = capabilities;
    }

    /** Refused where the clocks differ, for ages decide. */
    static Greeting of(RegistryClient client, RepositoryName repository, Clock clock) {
        Capabilities capabilities = client.capabilities(repository);
        Instant ours = clock.instant();
        capabilities
                .registryTime()
                .filter(theirs -> Duration.between(ours, theirs).abs().compareTo(LARGEST_CLOCK_DIFFERENCE) > 0)
                .ifPresent(theirs -> {
                    throw new PlanRefusedException(
                            "the registry's clock says " + theirs + " and this machine's " + ours
                                    + ": they differ by more than 5 minutes, so ages cannot be told; set the clock that is wrong",
                            null);
                });
        return new Greeting(capabilities);
    }

    /** Empty for nobody, and where the account has no name. */
    Optional<String> account() {
        return capabilities.account();
    }

    /** Whether its referrers have to be asked for; if not, fallback tags say it all. */
    boolean mayListReferrers() {
        return capabilities.referrersApi() != Capabilities.Support.NO;
    }

    boolean tellsTime() {
        return capabilities.registryTime().isPresent();
    }
}
