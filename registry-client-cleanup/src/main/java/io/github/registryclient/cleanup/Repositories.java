package io.github.registryclient.cleanup;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.name.RepositoryName;
import java.util.List;
import java.util.function.Consumer;

/** Which repositories a plan is about: those that somebody named, or the whole catalog. */
final class Repositories {
    private final RegistryClient client;
    private final PlanSettings settings;
    private final Consumer<String> notes;

    Repositories(RegistryClient client, PlanSettings settings, Consumer<String> notes) {
        this.client = client;
        this.settings = settings;
        this.notes = notes;
    }

    List<RepositoryName> chosen() {
        if (settings.repositories().isPresent()) {
            List<RepositoryName> named = List.copyOf(settings.repositories().get());
            new PullThrough(client).among(named).forEach(this::warn);
            return named;
        }
        try {
            return client.listRepositories().toList();
        } catch (RegistryException e) {
            throw new PlanRefusedException(
                    "the catalog could not be read, so nothing is known of the registry; name the repositories instead: "
                            + e.getMessage(),
                    e);
        }
    }

    private void warn(RepositoryName repository) {
        String text = repository
                + " lists tags and is not in the catalog: if this registry is a pull-through cache, end this,"
                + " for reading it copies upstream's images into it";
        notes.accept(text);
        settings.progress().warned(text);
    }
}
