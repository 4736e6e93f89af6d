package io.github.registryclient.auth;

import io.github.registryclient.name.RepositoryName;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where credentials come from. Asked before every request, so that short-lived ones can be fetched anew: keep what is slow to
 * get. Whether and how they are sent depends on what the registry asks for.
 *
 * <p>A listing, and a deletion with its looks, is one account's: where the kind, the user name, the scheme's class or name, or
 * the names of headers change between two of its answers, it fails. A secret may change at any time.
 *
 * <p>Called by several threads at once. May block, but nobody stops it: a call takes as long as its provider, whatever
 * {@code callTimeout} says, and fails afterwards if its time is over. Those that can end a wait are told how long the caller can
 * wait ({@link #credentials(String, Optional, Supplier)}); this library's own keep to that. What a provider throws ends the call
 * that needed it.
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
     * The credentials for a host, within the time that the call which needs them has left. This is what a client calls.
     *
     * @param host host, and {@code :port} where the URL has one
     * @param repository the repository that is asked for, empty for the catalog and for the registry itself
     * @param left tells whenever asked how long the caller can still wait; zero if its time is over
     * @return the credentials; by default those of {@link #credentials(String, Optional)}, however long that takes
     */
    default Credentials credentials(String host, Optional<RepositoryName> repository, Supplier<Duration> left) {
        return credentials(host, repository);
    }

    /**
     * Called once after the registry or its token server refused what {@link #credentials(String, Optional)} gave, for passwords
     * that expire (ECR: 12 hours).
     *
     * @param host host, and {@code :port} where the URL has one
     * @param repository the repository that is asked for, empty for the catalog and for the registry itself
     * @param refused what was refused
     * @return other credentials to try once; by default what {@link #credentials(String, Optional)} now gives, equal ones are not tried again
     */
    default Credentials refresh(String host, Optional<RepositoryName> repository, Credentials refused) {
        return credentials(host, repository);
    }

    /**
     * Other credentials after a refusal, within the time that the call which needs them has left. This is what a client calls.
     *
     * @param host host, and {@code :port} where the URL has one
     * @param repository the repository that is asked for, empty for the catalog and for the registry itself
     * @param refused what was refused
     * @param left tells whenever asked how long the caller can still wait; zero if its time is over
     * @return other credentials to try once; by default those of {@link #refresh(String, Optional, Credentials)}
     */
    default Credentials refresh(
            String host, Optional<RepositoryName> repository, Credentials refused, Supplier<Duration> left) {
        return refresh(host, repository, refused);
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

    /**
     * Several providers: the first that has credentials for a host and repository gives them. A refusal is told to the one that
     * gave what was refused, and to nobody else; if it then has none, those after it are asked.
     *
     * <p>What a provider throws ends the search: a file that cannot be read is not the same as one that has no entry.
     *
     * @param providers in the order in which they are asked
     * @return the provider, anonymous where all are
     */
    static CredentialsProvider firstOf(CredentialsProvider... providers) {
        return new FirstOf(List.of(providers));
    }
}
