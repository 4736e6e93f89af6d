package io.github.registryclient.cleanup.apply;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.error.NotFoundException;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.util.List;

/** The tags of a repository; one whose last tag is gone is not found by some registries (distribution). */
final class Tags {
    private Tags() {}

    static List<Tag> listed(RegistryClient client, RepositoryName repository) {
        try {
            return client.listTags(repository).toList();
        } catch (NotFoundException e) {
            if (e.response().saysMissing()) {
                return List.of();
            }
            throw e;
        }
    }
}
