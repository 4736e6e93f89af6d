package io.github.registryclient.docker;

/** Whose file it is: the formats are one, but what counts in them differs. */
enum Dialect {
    /** Docker's {@code config.json}: a store for everything, and a key with a path counts for its whole host. */
    DOCKER,
    /** Podman's {@code auth.json}: no store, and a key with a path counts below that path only. */
    PODMAN,
    /** {@code ~/.dockercfg} from before 2015: what is {@code auths} elsewhere is the whole document, and keys are hosts. */
    DOCKERCFG
}
