package io.github.registryclient.auth;

import io.github.registryclient.name.RepositoryName;
import java.util.Objects;
import java.util.Optional;

/**
 * Where credentials come from. Asked when a registry first demands some, and from then on before every request, so that
 * short-lived ones can be fetched anew: keep what is slow to get.
 *
 * <p>Called by several threads at once. May block, but within the caller's deadline nobody stops it; what it throws ends
 * the call that needed it.
 */
@FunctionalInterface
public interface CredentialsProvider {
    /**
     * The credentials for a host, perhaps only for one repository there.
     *
     * @param host host, and {@code :port} where the URL has one
     * @param repository the repository that is asked for, empty for the catalog and for the registry itself
     * @return the credentials, {@link Credentials#anonymous()} for none
     */
    Credentials credentials(String host, Optional<RepositoryName> repository);

    /**
     * Called once after the registry refused what {@link #credentials} gave, for passwords that expire (ECR: 12 hours).
     *
     * @param host host, and {@code :port} where the URL has one
     * @param repository the repository that is asked for, empty for the catalog and for the registry itself
     * @param refused what was refused
     * @return other credentials to try once; by default what {@link #credentials} now gives, equal ones are not tried again
     */
    default Credentials refresh(String host, Optional<RepositoryName> repository, Credentials refused) {
        return credentials(host, repository);
    }

    /**
     * No credentials for anybody.
     *
     * @return the provider
     */
    static CredentialsProvider anonymous() {
        return fixed(Credentials.anonymous());
    }

    /**
     * The same credentials whenever asked.
     *
     * @param credentials the credentials
     * @return the provider
     */
    static CredentialsProvider fixed(Credentials credentials) {
        Objects.requireNonNull(credentials, "credentials");
        return (host, repository) -> credentials;
    }
}
