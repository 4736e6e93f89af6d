package io.github.registryclient.http.internal.listing;

import io.github.registryclient.error.ErrorResponseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks behind a page that was full and came without link, for that is no end: Nexus groups and go-containerregistry cut at
 * the page size and do not say so, and distribution 2.8 forgets the link in the middle of a catalog. The listing is asked for
 * once without page size, and for what follows the page's last entry.
 */
final class EndProof<T> {
    /** How many repositories go-containerregistry lists at most, without saying that there are more. */
    private static final int SILENT_CUT = 10_000;

    private final PageFetcher<T> fetcher;
    private @Nullable Page<T> unsized;
    private boolean asked;

    EndProof(PageFetcher<T> fetcher) {
        this.fetcher = fetcher;
    }

    static boolean isNeeded(Page<?> page, String query) {
        return !page.isWhole() && page.served() > 0 && PageQuery.size(query).orElse(0) == page.served();
    }

    /**
     * What the listing goes on with.
     *
     * @param progress how far it has come
     * @return the page behind, or empty if the end is proven
     */
    Optional<Found<T>> behind(Progress<T> progress) {
        Page<T> last = progress.last();
        Page<T> whole = withoutSize();
        if (whole != null && whole.served() > progress.served()) {
            return Optional.of(longer(whole));
        }
        String query = PageQuery.behind(progress.query(), last.lastServed().orElse(""));
        Page<T> next = ask(query);
        if (next != null && next.served() == 0) {
            return Optional.empty();
        }
        if (next != null && !overlap(next, last) && !overlap(next, progress.first())) {
            return Optional.of(new Found<>(next, query));
        }
        // It knows no cursor, or another one than the last entry: then its links count, or both answers being the same.
        if (whole != null && !whole.links().isEmpty() && !progress.isLinked()) {
            return Optional.of(longer(whole));
        }
        if (progress.isLinked() || (whole != null && isSame(whole, progress))) {
            return Optional.empty();
        }
        throw last.incomplete("the end of the listing cannot be proven: a page of exactly the " + last.served()
                + " entries asked for came without Link, nothing else follows its last entry, and asked without page size the"
                + " registry gave " + (whole == null ? "an error" : whole.served() + " entries, not the same"));
    }

    private Found<T> longer(Page<T> whole) {
        if (whole.served() == SILENT_CUT && whole.links().isEmpty()) {
            throw whole.incomplete("the end of the listing cannot be proven: exactly " + SILENT_CUT
                    + " entries came without Link, where some registries cut silently");
        }
        return new Found<>(whole, "");
    }

    private @Nullable Page<T> withoutSize() {
        if (!asked) {
            unsized = ask("");
            asked = true;
        }
        return unsized;
    }

    /** Null if the registry refuses to be asked like that. */
    private @Nullable Page<T> ask(String query) {
        try {
            return fetcher.fetch(query);
        } catch (ErrorResponseException refused) {
            if (!PageIterator.isAboutPaging(refused.status())) {
                throw refused;
            }
            return null;
        }
    }

    private boolean isSame(Page<T> whole, Progress<T> progress) {
        return whole.links().isEmpty()
                && whole.served() == progress.served()
                && progress.last().entries().list().stream().allMatch(whole.entries()::contains)
                && progress.first().entries().list().stream().allMatch(whole.entries()::contains);
    }

    private static <T> boolean overlap(Page<T> page, Page<T> other) {
        List<T> entries = page.entries().list();
        return entries.stream().anyMatch(other.entries()::contains);
    }

    /** A page that was found behind what looked like the end. */
    static final class Found<T> {
        final Page<T> page;
        final String query;

        Found(Page<T> page, String query) {
            this.page = page;
            this.query = query;
        }
    }
}
