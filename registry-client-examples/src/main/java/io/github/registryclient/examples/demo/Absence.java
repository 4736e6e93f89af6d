package io.github.registryclient.examples.demo;

import io.github.registryclient.error.NotFoundException;

/** Tells the registry's own 'there is none' from a 404 of something in between, such as an ingress that lost its backend. */
final class Absence {
    private Absence() {}

    /**
     * Believes the registry's word, and nobody else's.
     *
     * @throws NotFoundException the same one, if it does not carry an error code as registries send it
     */
    static void believe(NotFoundException notFound) {
        if (notFound.errors().stream().allMatch(error -> error.code().isEmpty())) {
            throw notFound;
        }
    }
}
