package io.github.registryclient.tests.plan;

import io.github.registryclient.cleanup.policy.ImageReference;
import java.util.HashSet;
import java.util.Set;

/** What stays by name or because it is in use: with the indexes, subjects and tags above. */
final class NaiveProtections {
    final Set<String> tags = new HashSet<>();
    final Set<String> manifests = new HashSet<>();
    private final NaiveRepository repository;

    NaiveProtections(NaiveRepository repository) {
        this.repository = repository;
    }

    /** Whether it is here. */
    boolean use(ImageReference reference) {
        boolean bare = reference.tag().isEmpty() && reference.digest().isEmpty();
        return protect(
                reference,
                bare ? "latest" : reference.tag().map(Object::toString).orElse(""));
    }

    void keep(ImageReference reference) {
        protect(reference, reference.tag().map(Object::toString).orElse(""));
        if (reference.tag().isEmpty() && reference.digest().isEmpty() && isOf(reference, repository.name)) {
            tags.addAll(repository.tags.keySet());
            tags.addAll(repository.dangling);
            manifests.addAll(repository.manifests.keySet());
        }
    }

    /** A name that begins like a host may be a whole name. */
    static boolean isOf(ImageReference reference, String name) {
        String path = reference.repository().toString();
        return path.equals(name)
                || reference.host().map(host -> host + "/" + path).orElse("").equals(name);
    }

    private boolean protect(ImageReference reference, String tag) {
        boolean found = false;
        if (isOf(reference, repository.name)
                && (repository.tags.containsKey(tag) || repository.dangling.contains(tag))) {
            tags.add(tag);
            found = true;
            if (repository.tags.containsKey(tag)) {
                protect(repository.tags.get(tag));
            }
        }
        return reference.digest().map(digest -> protect(digest.toString())).orElse(false) || found;
    }

    private boolean protect(String digest) {
        Set<String> found = new HashSet<>();
        for (Parsed one : repository.manifests.values()) {
            if (one.digest.equals(digest) || one.configDigest().equals(digest)) {
                found.add(one.digest);
            }
        }
        int before = -1;
        while (before < found.size()) {
            before = found.size();
            for (Parsed one : repository.manifests.values()) {
                for (String child : one.children()) {
                    if (found.contains(child)) {
                        found.add(one.digest);
                    }
                }
            }
            for (String[] one : repository.follows) {
                if (found.contains(one[1]) && repository.manifests.containsKey(one[0])) {
                    found.add(one[0]);
                }
            }
        }
        manifests.addAll(found);
        found.forEach(one -> tags.addAll(repository.tagsOf(one)));
        return !found.isEmpty();
    }
}
