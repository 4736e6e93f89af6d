package io.github.registryclient.testkit.contract;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * One part of the contract. Parts are interfaces with default methods, so that a test is reported under the name of the class
 * that says on which registry it ran.
 */
interface ContractPart {
    RegistryUnderTest registry();

    default RegistryClient client() {
        return registry().client();
    }

    /** A digest that nothing has. */
    default Digest nobodys() {
        return Digest.of("sha256:" + "0123456789abcdef".repeat(4));
    }

    /** What is listed, for comparing without order; what is listed twice is a failure of its own. */
    default <T extends Comparable<T>> Set<T> distinct(Collection<T> listed) {
        Set<T> distinct = new TreeSet<>(listed);
        if (distinct.size() != listed.size()) {
            throw new AssertionError("listed more than once: " + listed);
        }
        return distinct;
    }

    default Set<Tag> listedTags(RepositoryName repository) {
        return distinct(client().listTags(repository).toList());
    }
}
