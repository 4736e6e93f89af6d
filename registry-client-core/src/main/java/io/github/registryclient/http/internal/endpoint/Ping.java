package io.github.registryclient.http.internal.endpoint;

import io.github.registryclient.http.internal.answer.Evidence;
import io.github.registryclient.http.internal.answer.Refusals;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import java.util.Optional;

/** GET of the API's root: which version of the API it names, if any. */
public final class Ping implements Endpoint<Optional<String>> {
    private final Addresses addresses;

    /**
     * Asks the registry itself.
     *
     * @param addresses the registry
     */
    public Ping(Addresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public Request request() {
        return Request.builder("GET", addresses.root()).build();
    }

    @Override
    public Optional<String> read(Reply reply) {
        if (reply.status() != 200) {
            throw Refusals.of(reply);
        }
        if (Evidence.isPage(reply)) {
            throw Refusals.notARegistry(reply);
        }
        return reply.header(Evidence.API_VERSION);
    }
}
