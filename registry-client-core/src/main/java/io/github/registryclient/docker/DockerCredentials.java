package io.github.registryclient.docker;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.auth.CredentialsProvider;
import io.github.registryclient.error.CredentialsUnavailableException;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.name.RepositoryName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The credentials that {@code docker login}, {@code podman login} or {@code skopeo login} left behind, so that this library is
 * let in where those are: {@code HttpRegistryClient.builder(url).credentials(DockerCredentials.ofThisUser())}.
 *
 * <p>In each file the registry's own credential helper is asked first ({@code credHelpers}), then in Docker's files the one for
 * all ({@code credsStore}), then the entries of the file ({@code auths}); of those the most specific path counts
 * ({@code registry.example.com/team/app} before {@code registry.example.com/team} before {@code registry.example.com}). Docker
 * Hub's names count as one. {@code HttpHeaders} and {@code proxies} of Docker's file are not used: they would send more than
 * credentials, and elsewhere.
 *
 * <p>A file that is not there has no credentials, nor has Docker's if it is empty, unless it was named or had content before: then
 * it may just be being written. That, a file that cannot be read, is damaged or names something twice, and a helper that is missing,
 * fails or does not answer, is a {@link CredentialsUnavailableException} that names it and never shows what is in it, once it is asked for a
 * registry. Files are read again when they change, and after the registry refused something; what a helper said counts for a
 * minute.
 *
 * <p>Thread-safe. Two threads that need the same helper wait for one run of it, which takes at most half a minute, see
 * {@link #withHelperTimeout}, and neither longer than the call that needs it has left.
 */
public final class DockerCredentials implements CredentialsProvider {
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Environment environment;
    private final Function<SearchOrder, List<Place>> search;
    private final List<Place> places;
    private final CredentialsProvider first;

    DockerCredentials(Environment environment, Function<SearchOrder, List<Place>> search, Duration helperTimeout) {
        this.environment = environment;
        this.search = search;
        Helpers helpers = new Helpers(new HelperProcess(environment, helperTimeout), environment.clock());
        this.places = List.copyOf(search.apply(new SearchOrder(environment, helpers)));
        this.first = CredentialsProvider.firstOf(places.toArray(new CredentialsProvider[0]));
    }

    /**
     * What somebody who uses Docker or Podman expects: in turn the environment variable {@code DOCKER_AUTH_CONFIG}, the file
     * that {@code REGISTRY_AUTH_FILE} names, Docker's file as in {@link #ofDocker}, without {@code REGISTRY_AUTH_FILE} Podman's
     * own as in {@link #ofPodman}, and {@code ~/.dockercfg}. The first that has something for a registry counts.
     *
     * @return the provider
     * @throws CredentialsUnavailableException if a variable names what cannot be a file
     */
    public static DockerCredentials ofThisUser() {
        return of(SearchOrder::ofThisUser);
    }

    /**
     * What Docker uses: the environment variable {@code DOCKER_AUTH_CONFIG} (the content of a {@code config.json}), and for what
     * it lacks {@code $DOCKER_CONFIG/config.json}, or {@code ~/.docker/config.json} if that variable is not set.
     *
     * @return the provider
     * @throws CredentialsUnavailableException if a variable names what cannot be a file
     */
    public static DockerCredentials ofDocker() {
        return of(SearchOrder::ofDocker);
    }

    /**
     * What Podman, Buildah and Skopeo use: the file that {@code REGISTRY_AUTH_FILE} names and no other; without it
     * {@code $XDG_RUNTIME_DIR/containers/auth.json} (or {@code /run/containers/<uid>/auth.json}; on macOS and Windows
     * {@code ~/.config/containers/auth.json}), {@code $XDG_CONFIG_HOME/containers/auth.json} (or that in {@code ~/.config}),
     * Docker's file without its {@code credsStore}, and {@code ~/.dockercfg}.
     *
     * @return the provider
     * @throws CredentialsUnavailableException if a variable names what cannot be a file
     */
    public static DockerCredentials ofPodman() {
        return of(SearchOrder::ofPodman);
    }

    /**
     * One file and no other, such as a mounted secret. A name that ends with {@code auth.json} says that it is Podman's, one
     * that ends with {@code .dockercfg} that it is one of before 2015; any other is taken for Docker's.
     *
     * @param path the file; that it is missing is an error once it is asked
     * @return the provider
     */
    public static DockerCredentials ofFile(Path path) {
        Objects.requireNonNull(path, "path");
        return of(order -> order.ofFile(path));
    }

    /**
     * One credential helper and no file.
     *
     * @param name its name after {@code docker-credential-}, such as {@code pass} or {@code ecr-login}
     * @return the provider
     * @throws InvalidInputException if that is no such name
     */
    public static DockerCredentials ofHelper(String name) {
        CredentialHelper.requireGivenName(name);
        return of(order -> order.ofHelper(name));
    }

    private static DockerCredentials of(Function<SearchOrder, List<Place>> search) {
        return new DockerCredentials(Environment.ofThisProcess(), search, HelperProcess.PATIENCE);
    }

    /**
     * The same places with another limit for each run of a credential helper, after which the helper is ended with all that it
     * started. If unset, 30 seconds. A client's call does not wait longer than it has left ({@code callTimeout}): where a person
     * has to answer, ask this provider once before, for what a helper said counts for a minute.
     *
     * @param timeout at least a millisecond, at most a day; long where a helper asks a person
     * @return the provider
     * @throws InvalidInputException if out of bounds
     */
    public DockerCredentials withHelperTimeout(Duration timeout) {
        if (timeout.compareTo(Duration.ofMillis(1)) < 0 || timeout.compareTo(LONGEST) > 0) {
            throw new InvalidInputException("invalid helper timeout " + timeout + ": expected 1 ms to a day");
        }
        return new DockerCredentials(environment, search, timeout);
    }

    @Override
    public Credentials credentials(String host, Optional<RepositoryName> repository) {
        return first.credentials(host, repository);
    }

    @Override
    public Credentials credentials(String host, Optional<RepositoryName> repository, Supplier<Duration> left) {
        return first.credentials(host, repository, left);
    }

    @Override
    public Credentials refresh(String host, Optional<RepositoryName> repository, Credentials refused) {
        return first.refresh(host, repository, refused);
    }

    @Override
    public Credentials refresh(
            String host, Optional<RepositoryName> repository, Credentials refused, Supplier<Duration> left) {
        return first.refresh(host, repository, refused, left);
    }

    /**
     * Tells for people where credentials are looked for, and which are used, without their secrets: a line for each place, in
     * turn, down to the one that has some. Damaged places and failing helpers are told, not thrown.
     *
     * @param host host, and {@code :port} where the URL has one
     * @param repository the repository, empty for the registry itself
     * @return such as {@code /home/alice/.docker/config.json: alice:*** from …}, lines separated by {@code \n}
     */
    public String describe(String host, Optional<RepositoryName> repository) {
        StringBuilder lines = new StringBuilder();
        for (Place place : places) {
            lines.append(lines.length() == 0 ? "" : "\n").append(place).append(": ");
            try {
                Credentials found = place.credentials(host, repository);
                lines.append(found.isAnonymous() ? place.absence() : found);
                if (!found.isAnonymous()) {
                    return lines.toString();
                }
            } catch (CredentialsUnavailableException e) {
                return lines.append(e.getMessage()).toString();
            }
        }
        return lines.append(lines.length() == 0 ? "" : "\n")
                .append("none, so anonymous")
                .toString();
    }

    /**
     * The places where it looks.
     *
     * @return their names in turn
     */
    @Override
    public String toString() {
        return places.stream().map(Place::toString).collect(Collectors.joining(", then "));
    }
}
