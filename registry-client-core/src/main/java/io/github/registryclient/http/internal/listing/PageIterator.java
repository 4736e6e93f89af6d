package io.github.registryclient.http.internal.listing;

import io.github.registryclient.error.ErrorResponseException;
import io.github.registryclient.error.IncompleteListingException;
import io.github.registryclient.paging.PaginationStrategy;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Walks from page to page until the end is certain; pages may be empty. A page that failed is asked for again if the iteration
 * goes on after all.
 */
final class PageIterator<T> extends LookAhead<List<T>> {
    private final PageFetcher<T> fetcher;
    private final PaginationStrategy strategy;
    private final EndProof proof;
    private @Nullable Walk<T> walk;

    PageIterator(PageFetcher<T> fetcher, PaginationStrategy strategy, EndProof proof, Walk<T> start) {
        this.fetcher = fetcher;
        this.strategy = strategy;
        this.proof = proof;
        this.walk = start;
    }

    @Override
    @Nullable
    List<T> find() {
        List<T> given = null;
        for (Walk<T> at = walk; given == null && at != null; at = walk) {
            Page<T> page = fetch(at);
            given = page == null ? null : accept(page, at);
        }
        return given;
    }

    /** The page, or null if it was refused and the listing goes on elsewhere. */
    private @Nullable Page<T> fetch(Walk<T> at) {
        try {
            return fetcher.fetch(at.query());
        } catch (ErrorResponseException refusal) {
            walk = AfterRefusal.of(refusal, at);
            return null;
        }
    }

    /** What the page gives, or null if nothing. */
    private @Nullable List<T> accept(Page<T> page, Walk<T> at) {
        Optional<String> next = page.isWhole() ? Optional.empty() : NextQuery.of(page, strategy);
        List<T> fresh = FreshEntries.of(page, at.before());
        Page<T> kept = at.kept();
        List<T> given = kept != null && fresh.isEmpty() ? null : fresh; // a boundary that is none hides no ancestors
        switch (proof.judge(page, next.isPresent(), !fresh.isEmpty(), at)) {
            case GOES_ON:
                at.check(page, fresh);
                at.goOn(page, next.orElseThrow());
                return given;
            case END:
                at.check(page, fresh);
                walk = null;
                return given;
            case PROVE:
                walk = Walk.proving(page);
                return given;
            case OTHER_SIZE:
                at.resize(page);
                return null;
            case AGAIN_WITH_OTHER_SIZE:
                Page<T> first = Objects.requireNonNull(kept);
                walk = Walk.again(PageQuery.withOtherSize(first.query(), first.served()));
                return null;
            default:
                throw unprovable(page, Objects.requireNonNull(kept));
        }
    }

    private static IncompleteListingException unprovable(Page<?> page, Page<?> kept) {
        return page.incomplete("the end of the listing cannot be proven: a first page of " + kept.served()
                + " entries came without Link and may have been cut, and asked without page size the registry gave "
                + page.served() + ", not all the same; another page size may do");
    }
}
