package io.github.registryclient.cleanup.plan;

import io.github.registryclient.cleanup.text.Bytes;
import io.github.registryclient.internal.ValueStyle;
import io.github.registryclient.name.RepositoryName;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/** Bytes of a registry, as far as its API tells of them. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class Space {
    Space() {}

    /**
     * What goes if the plan is carried out and garbage is collected, each blob once.
     *
     * @return in bytes
     */
    public abstract long freed();

    /**
     * What can be reached through the API, each blob once.
     *
     * @return in bytes
     */
    public abstract long reachable();

    /**
     * What the manifests would take if they shared nothing.
     *
     * @return in bytes
     */
    public abstract long logical();

    /**
     * What each repository would free if it alone went, with everything in it.
     *
     * @return in bytes, by name; what it shares with others is not in it
     */
    public abstract Map<RepositoryName, Long> repositoriesAlone();

    /**
     * Why {@link #freed} may be less.
     *
     * @return empty if it is expected, as far as the API tells
     */
    public abstract List<String> atMostBecause();

    /** The freed bytes in words. */
    @Override
    public final String toString() {
        return (atMostBecause().isEmpty() ? "expected " : "at most ")
                + Bytes.text(freed())
                + (atMostBecause().isEmpty() ? "" : " (" + String.join("; ", atMostBecause()) + ")");
    }
}
