package io.github.registryclient.docker;

import io.github.registryclient.error.CredentialsUnavailableException;
import io.github.registryclient.internal.PathName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where Docker and Podman look, in which order.
 *
 * <p>Sources: docker/cli, {@code cli/config/config.go}; containers-auth.json(5); containers/image,
 * {@code pkg/docker/config/config.go}, {@code getAuthFilePaths}.
 */
final class SearchOrder {
    private static final String DOCKER_CONFIG = "DOCKER_CONFIG";
    private static final String REGISTRY_AUTH_FILE = "REGISTRY_AUTH_FILE";

    private final Environment environment;
    private final Helpers helpers;

    SearchOrder(Environment environment, Helpers helpers) {
        this.environment = environment;
        this.helpers = helpers;
    }

    /** What was set for this process before what lies in the home, Docker's before Podman's. */
    List<Place> ofThisUser() {
        List<Place> places = new ArrayList<>();
        places.add(new AuthVariable(environment, helpers));
        Optional<Place> named = namedForPodman();
        named.ifPresent(places::add);
        dockerFile(Dialect.DOCKER).ifPresent(places::add);
        if (named.isEmpty()) {
            places.addAll(podmansOwn());
        }
        legacyFile().ifPresent(places::add);
        return places;
    }

    List<Place> ofDocker() {
        List<Place> places = new ArrayList<>();
        places.add(new AuthVariable(environment, helpers));
        dockerFile(Dialect.DOCKER).ifPresent(places::add);
        return places;
    }

    /** The one that was named and nothing else; without such a name Podman's own, and then Docker's. */
    List<Place> ofPodman() {
        Optional<Place> named = namedForPodman();
        if (named.isPresent()) {
            return List.of(named.get());
        }
        List<Place> places = new ArrayList<>(podmansOwn());
        dockerFile(Dialect.PODMAN).ifPresent(places::add);
        legacyFile().ifPresent(places::add);
        return places;
    }

    /** One file, of the kind that its name tells. */
    List<Place> ofFile(Path path) {
        String name = String.valueOf(path.getFileName());
        Dialect dialect = name.endsWith("auth.json")
                ? Dialect.PODMAN
                : name.endsWith(".dockercfg") ? Dialect.DOCKERCFG : Dialect.DOCKER;
        return List.of(AuthFile.named(path, dialect, helpers, "the program names it"));
    }

    List<Place> ofHelper(String name) {
        return List.of(new HelperPlace(name, helpers));
    }

    private Optional<Place> namedForPodman() {
        return environment
                .path(REGISTRY_AUTH_FILE)
                .map(path -> AuthFile.named(
                        path, Dialect.PODMAN, helpers, "the environment variable " + REGISTRY_AUTH_FILE + " names it"));
    }

    private List<Place> podmansOwn() {
        List<Path> paths = new ArrayList<>();
        if (environment.family() == Environment.Family.LINUX) {
            environment
                    .path("XDG_RUNTIME_DIR")
                    .map(folder -> folder.resolve("containers"))
                    .or(environment::runOfUser)
                    .ifPresent(paths::add);
        } else {
            config().ifPresent(paths::add);
        }
        environment
                .path("XDG_CONFIG_HOME")
                .map(folder -> folder.resolve("containers"))
                .or(this::config)
                .ifPresent(paths::add);
        List<Place> places = new ArrayList<>();
        paths.stream()
                .distinct()
                .forEach(folder -> places.add(AuthFile.usual(folder.resolve("auth.json"), Dialect.PODMAN, helpers)));
        return places;
    }

    private Optional<Path> config() {
        return environment.home().map(home -> home.resolve(".config").resolve("containers"));
    }

    private Optional<Place> dockerFile(Dialect dialect) {
        Optional<Path> folder = environment.path(DOCKER_CONFIG);
        if (folder.filter(Files::isRegularFile).isPresent()) {
            throw new CredentialsUnavailableException("the environment variable " + DOCKER_CONFIG + " names the file "
                    + PathName.of(folder.get()) + ": it has to name the folder that holds config.json");
        }
        return folder.or(() -> environment.home().map(home -> home.resolve(".docker")))
                .map(docker -> AuthFile.usual(docker.resolve("config.json"), dialect, helpers));
    }

    private Optional<Place> legacyFile() {
        return environment.home().map(home -> AuthFile.usual(home.resolve(".dockercfg"), Dialect.DOCKERCFG, helpers));
    }
}
