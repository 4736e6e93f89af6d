package io.github.registryclient.examples.demo;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.ResolvedTags;
import io.github.registryclient.error.NotFoundException;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** All tags of a repository and where they point: whole, or not read at all. */
final class RepositoryState {
    private final RepositoryName name;
    private final ResolvedTags tags;

    private RepositoryState(RepositoryName name, ResolvedTags tags) {
        this.name = name;
        this.tags = tags;
    }

    static RepositoryState read(RegistryClient registry, RepositoryName name) {
        return new RepositoryState(name, registry.resolveTags(name, list(registry, name)));
    }

    /** A repository without tags is 'not found' to distribution, although its catalog lists it. */
    private static List<Tag> list(RegistryClient registry, RepositoryName name) {
        try {
            return registry.listTags(name).stream().sorted().collect(Collectors.toList());
        } catch (NotFoundException noTags) {
            Absence.believe(noTags);
            return List.of();
        }
    }

    RepositoryName name() {
        return name;
    }

    ResolvedTags tags() {
        return tags;
    }

    Digest digest(Tag tag) {
        return Objects.requireNonNull(tags.digests().get(tag), "not a tag of this repository");
    }

    /** The tags that a deletion of this tag's digest would take along. */
    List<Tag> sharing(Digest digest) {
        return tags.tagsByDigest().getOrDefault(digest, List.of());
    }

    /** Nothing was pushed, moved or deleted since. */
    boolean isStill(RepositoryState now) {
        return tags.digests().equals(now.tags.digests()) && tags.dangling().equals(now.tags.dangling());
    }
}
