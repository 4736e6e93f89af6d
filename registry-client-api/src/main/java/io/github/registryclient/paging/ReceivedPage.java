package io.github.registryclient.paging;

import io.github.registryclient.internal.ValueStyle;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** What a {@link PaginationStrategy} may look at: the page just received and how it was asked for. */
@Value.Immutable
@ValueStyle
public interface ReceivedPage {
    /**
     * The query that fetched this page.
     *
     * @return raw, without question mark; empty if there was none
     */
    String query();

    /**
     * How many entries were asked for.
     *
     * @return empty if the server was left to choose
     */
    OptionalInt requestedSize();

    /**
     * How many entries came, before duplicates were dropped.
     *
     * @return 0 or more
     */
    int size();

    /**
     * The page's last entry as it came.
     *
     * @return empty for an empty page
     */
    Optional<String> lastEntry();

    /**
     * All values of the answer's {@code Link} header.
     *
     * @return in the order received
     */
    List<String> links();

    /**
     * Whether a {@code Link} may have been meant to lead on, but cannot be read as one that does: cut, malformed, or with a
     * parameter that only looks like {@code rel=next}. A page with one and without a next page is no proven end: the listing
     * fails there whatever a strategy says.
     *
     * @return false if the links can be read, whatever they say, or there are none
     */
    default boolean hasDoubtfulLink() {
        return LinkHeader.isDoubtful(links());
    }

    /**
     * Starts a new value.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link ReceivedPage}. */
    final class Builder extends ImmutableReceivedPage.Builder {
        Builder() {}
    }
}
