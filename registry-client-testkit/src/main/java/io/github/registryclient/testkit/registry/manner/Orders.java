package io.github.registryclient.testkit.registry.manner;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** Lists in other orders: asked for whole, ordered, and cut into pages again. */
final class Orders {
    /** Its multiples are far from each other, as the seeds of different orders have to be. */
    private static final long SEED = 0x9E37_79B9_7F4A_7C15L;

    private final On listing;

    /** Orders for one kind of listing. */
    Orders(On listing) {
        this.listing = listing;
    }

    /** The same order at each request, which follows from the names only by accident. */
    Decorator meaningless() {
        return by(names -> shuffled(names, SEED));
    }

    /** Another order at each request, the same orders in each registry. */
    Decorator changing() {
        return (inner, store) -> {
            AtomicLong requests = new AtomicLong();
            return by(names -> shuffled(names, SEED * requests.incrementAndGet()))
                    .around(inner, store);
        };
    }

    Decorator sorted(Comparator<String> order) {
        return by(names -> {
            names.sort(order);
            return names;
        });
    }

    private Decorator by(Order order) {
        return listing.answering((request, route, inner, store) -> {
            Optional<NameList> whole = NameList.whole(request, inner);
            return whole.isEmpty()
                    ? inner.handle(request)
                    : Paging.page(
                            request,
                            whole.get(),
                            order.order(new ArrayList<>(whole.get().names())));
        });
    }

    private static List<String> shuffled(List<String> names, long seed) {
        Collections.shuffle(names, new Random(seed));
        return names;
    }

    /** Puts names in order, as a registry has them. */
    private interface Order {
        List<String> order(List<String> names);
    }
}
