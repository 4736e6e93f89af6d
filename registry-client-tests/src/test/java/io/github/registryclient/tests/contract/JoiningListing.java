package io.github.registryclient.tests.contract;

import io.github.registryclient.AsyncRegistryClient;
import io.github.registryclient.Listing;
import io.github.registryclient.RegistryClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/** A listing whose whole is the future of that name, and whose pages are a call of their own. */
final class JoiningListing<T> implements Listing<T> {
    private final AsyncRegistryClient async;
    private final Function<RegistryClient, Listing<T>> listing;
    private final Supplier<CompletableFuture<List<T>>> whole;

    JoiningListing(
            AsyncRegistryClient async,
            Function<RegistryClient, Listing<T>> listing,
            Supplier<CompletableFuture<List<T>>> whole) {
        this.async = async;
        this.listing = listing;
        this.whole = whole;
    }

    @Override
    public Listing<T> withPageSize(int entries) {
        Function<RegistryClient, Listing<T>> sized =
                registry -> listing.apply(registry).withPageSize(entries);
        return new JoiningListing<>(
                async, sized, () -> async.call(registry -> sized.apply(registry).toList()));
    }

    @Override
    public Iterable<List<T>> pages() {
        return () -> JoiningClient.join(async.call(registry -> {
                    List<List<T>> pages = new ArrayList<>();
                    listing.apply(registry).pages().forEach(pages::add);
                    return pages;
                }))
                .iterator();
    }

    @Override
    public List<T> toList() {
        return JoiningClient.join(whole.get());
    }

    @Override
    public String toString() {
        return JoiningClient.join(async.call(registry -> listing.apply(registry).toString()));
    }
}
