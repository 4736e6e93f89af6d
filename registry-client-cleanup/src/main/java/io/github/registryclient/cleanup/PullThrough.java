package io.github.registryclient.cleanup;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.error.CallInterruptedException;
import io.github.registryclient.error.ClientClosedException;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.name.RepositoryName;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a registry may be a pull-through cache: it lists tags of a repository that its catalog lacks, for they are upstream's
 * (distribution 2.8.2, run). Reading its manifests would copy them into it. Only repositories that somebody named can tell.
 */
final class PullThrough {
    /** A catalog of more pages is not read for this. */
    private static final int PAGES = 10;

    private final RegistryClient client;

    PullThrough(RegistryClient client) {
        this.client = client;
    }

    /** Those that look so; none where the catalog cannot be read, or is too large. */
    List<RepositoryName> among(Collection<RepositoryName> named) {
        Set<RepositoryName> absent = new LinkedHashSet<>(named);
        try {
            int page = 0;
            for (List<RepositoryName> names : client.listRepositories().pages()) {
                names.forEach(absent::remove);
                if (absent.isEmpty() || ++page == PAGES) {
                    return List.of();
                }
            }
        } catch (CallInterruptedException | ClientClosedException ended) {
            throw ended;
        } catch (RegistryException noCatalog) {
            return List.of(); // repositories are named where there is none
        }
        return absent.stream().filter(this::listsTags).collect(Collectors.toList());
    }

    private boolean listsTags(RepositoryName repository) {
        try {
            return client.listTags(repository).stream().findFirst().isPresent();
        } catch (CallInterruptedException | ClientClosedException ended) {
            throw ended;
        } catch (RegistryException toldWhenItIsRead) {
            return false;
        }
    }
}
