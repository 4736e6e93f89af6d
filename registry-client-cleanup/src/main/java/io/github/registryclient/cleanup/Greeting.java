package io.github.registryclient.cleanup;

import io.github.registryclient.Capabilities;
import io.github.registryclient.RegistryClient;
import io.github.registryclient.error.CallInterruptedException;
import io.github.registryclient.error.ClientClosedException;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.name.RepositoryName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a registry is asked before anything is read: whom it takes us for, what it can do, and what time it is there. */
final class Greeting {
    private static final Duration LARGEST_CLOCK_DIFFERENCE = Duration.ofMinutes(5);

    private static final int REPOSITORIES_TO_ASK = 5;

    private final Capabilities capabilities;

    private Greeting(Capabilities capabilities) {
        this.capabilities = capabilities;
    }

    /** Refused where the clocks differ, for ages decide. */
    static Greeting of(RegistryClient client, List<RepositoryName> repositories, Clock clock) {
        Capabilities capabilities = capabilities(client, repositories);
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

    /** One that cannot be read, or that the account may not read, must not be the end of all. */
    private static Capabilities capabilities(RegistryClient client, List<RepositoryName> repositories) {
        RegistryException first = null;
        for (RepositoryName repository : repositories.subList(0, Math.min(REPOSITORIES_TO_ASK, repositories.size()))) {
            try {
                return client.capabilities(repository);
            } catch (CallInterruptedException | ClientClosedException ended) {
                throw ended;
            } catch (RegistryException e) {
                first = first == null ? e : first;
            }
        }
        throw Objects.requireNonNull(first, "no repository");
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
