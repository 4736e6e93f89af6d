package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.testkit.http.Response;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** What servers make of {@code n}. */
final class SizeRules {
    private static final int MANY = 1000;

    private final On listing;

    /** Rules for one kind of listing. */
    SizeRules(On listing) {
        this.listing = listing;
    }

    /** Asks the registry for a page of another size. */
    Decorator rewriting(Function<ListingQuery, ListingQuery> change) {
        return listing.answering((request, route, inner, store) ->
                inner.handle(change.apply(ListingQuery.of(request)).in(request)));
    }

    /** A size where there is none. */
    Decorator unlessSaid(int size) {
        return rewriting(query -> query.n().isPresent() ? query : query.withN(size));
    }

    /** A size where there is none or a larger one. */
    Decorator atMost(int size) {
        return rewriting(query -> query.size().filter(asked -> asked <= size).isPresent() ? query : query.withN(size));
    }

    Decorator above1000Means1000() {
        return rewriting(query -> query.size().filter(asked -> asked > MANY).isPresent() ? query.withN(MANY) : query);
    }

    Decorator zeroMeansOne() {
        return rewriting(query -> query.size().filter(asked -> asked == 0).isPresent() ? query.withN(1) : query);
    }

    /** Refuses sizes above 1000 as distribution does. */
    Decorator above1000IsRefused() {
        return refusing(
                query -> query.size().filter(asked -> asked > MANY).isPresent(),
                query -> ErrorAnswer.number(
                        ErrorAnswer.detail().put("n", query.size().orElseThrow())));
    }

    /** Refuses sizes above 1000 as Amazon's registry does. */
    Decorator above1000IsUnsupported() {
        return refusing(
                query -> query.size().filter(asked -> asked > MANY).isPresent(),
                query -> ErrorAnswer.of(
                        405,
                        "UNSUPPORTED",
                        "Invalid parameter at 'maxResults' failed to satisfy constraint: 'Member must have value less"
                                + " than or equal to 1000'"));
    }

    /** Answers something in place of what some sizes ask for; an empty size is none. */
    Decorator answeringBad(Predicate<String> bad, Function<String, Response> answer) {
        return refusing(
                query -> query.n().filter(n -> !n.isEmpty() && bad.test(n)).isPresent(),
                query -> answer.apply(query.n().orElseThrow()));
    }

    /** The same where an empty size is none that is taken, and neither are two. */
    Decorator answeringBadAndAmbiguous(Response answer) {
        return listing.answering((request, route, inner, store) -> {
            List<String> sizes = request.queries("n");
            boolean bad = sizes.size() > 1 || sizes.stream().anyMatch(SizeRules::isBad);
            return bad ? answer : inner.handle(plain(ListingQuery.of(request)).in(request));
        });
    }

    /** Leaves out what is no size. */
    Decorator badIsIgnored() {
        return rewriting(query -> query.size().isPresent() ? plain(query) : query.withoutN());
    }

    private Decorator refusing(Predicate<ListingQuery> when, Function<ListingQuery, Response> answer) {
        return listing.answering((request, route, inner, store) -> {
            ListingQuery query = ListingQuery.of(request);
            if (when.test(query)) {
                return answer.apply(query);
            }
            return inner.handle(plain(query).in(request));
        });
    }

    /** A size without a sign, and none where it is empty; what is no size stays. */
    private static ListingQuery plain(ListingQuery query) {
        boolean empty = query.n().filter(String::isEmpty).isPresent();
        return empty ? query.withoutN() : query.size().map(query::withN).orElse(query);
    }

    /** Whether distribution does not take it: below 0, or no number. */
    static boolean isBad(String n) {
        return Numbers.parse(n).filter(number -> number >= 0).isEmpty();
    }
}
