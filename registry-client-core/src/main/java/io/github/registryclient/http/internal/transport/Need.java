package io.github.registryclient.http.internal.transport;

import io.github.registryclient.name.RepositoryName;

/** Something that a request's token has to allow, as the scopes of tokens name it. Immutable. */
public final class Need {
    private final RepositoryName repository;
    private final String action;

    Need(RepositoryName repository, String action) {
        this.repository = repository;
        this.action = action;
    }

    /**
     * Where.
     *
     * @return the repository
     */
    public RepositoryName repository() {
        return repository;
    }

    /**
     * What.
     *
     * @return such as {@code pull} or {@code delete}
     */
    public String action() {
        return action;
    }
}
