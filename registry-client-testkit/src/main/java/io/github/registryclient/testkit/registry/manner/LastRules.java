package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.testkit.http.Handler;
import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What servers make of a {@code last} that they do not know. */
final class LastRules {
    private final On listing;

    /** Rules for one kind of listing. */
    LastRules(On listing) {
        this.listing = listing;
    }

    /** Answers in place of the registry where {@code last} is not in the list. */
    Decorator unknown(Answer answer) {
        return listing.answering((request, route, inner, store) -> {
            Optional<String> last = ListingQuery.of(request).last();
            Optional<NameList> whole = last.isPresent() ? NameList.whole(request, inner) : Optional.empty();
            return whole.isEmpty() || whole.get().names().contains(last.orElseThrow())
                    ? inner.handle(request)
                    : answer.give(request, whole.get(), last.orElseThrow());
        });
    }

    /** The list begins at the name behind the next one, as a search for the place tells it. */
    Decorator unknownSkipsOne() {
        return unknown((request, whole, last) -> {
            List<String> names = whole.names();
            int place = (int)
                    names.stream().filter(name -> name.compareTo(last) < 0).count();
            return Paging.from(request, whole, names.subList(Math.min(place + 1, names.size()), names.size()));
        });
    }

    /** Asks without {@code last} where nothing follows it. */
    Decorator lastOfAllBeginsAgain() {
        return listing.answering((request, route, inner, store) -> {
            Response response = inner.handle(request);
            boolean nothing = response.status() == 200
                    && ListingQuery.of(request).last().isPresent()
                    && ListingQuery.of(request).size().filter(size -> size == 0).isEmpty()
                    && NameList.of(response).names().isEmpty();
            return nothing ? fromTheBeginning(request, inner) : response;
        });
    }

    private static Response fromTheBeginning(Request request, Handler inner) throws IOException {
        return inner.handle(ListingQuery.of(request).withoutLast().in(request));
    }

    /** Never looks at it. */
    Decorator ignored() {
        return new SizeRules(listing).rewriting(ListingQuery::withoutLast);
    }

    /** Looks at it only where there is a size. */
    Decorator ignoredWithoutN() {
        return new SizeRules(listing).rewriting(query -> query.n().isPresent() ? query : query.withoutLast());
    }

    /** What is answered. */
    interface Answer {
        /** An answer to a request whose {@code last} is not in the list. */
        Response give(Request request, NameList whole, String last) throws IOException;
    }
}
