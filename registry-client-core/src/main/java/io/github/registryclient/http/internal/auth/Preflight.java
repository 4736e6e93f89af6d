package io.github.registryclient.http.internal.auth;

import io.github.registryclient.http.internal.endpoint.Refusals;
import io.github.registryclient.http.internal.transport.Deadline;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.http.internal.transport.Transport;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks {@code /v2/} how the registry wants to be convinced, once: before an account's first request, because some registries
 * answer what nobody may see with less instead of a refusal (zot, Quay), and where a refusal does not say (GCR, Harbor).
 */
final class Preflight {
    private final Transport below;
    private final URI root;
    private final Session session;
    private @Nullable Flight<Offers> flight;
    private volatile @Nullable Offers answer;

    Preflight(Transport below, URI root, Session session) {
        this.below = below;
        this.root = root;
        this.session = session;
    }

    /** The challenges of {@code /v2/}, perhaps none. */
    Offers offers(Request request, Deadline deadline) throws InterruptedException {
        while (true) {
            Offers known = answer;
            if (known != null) {
                return known;
            }
            Flight<Offers> other;
            synchronized (this) {
                other = flight;
                if (other == null && answer == null) {
                    flight = new Flight<>();
                }
            }
            if (other == null) {
                return lead(deadline);
            }
            Optional<Offers> landed = other.await(request, deadline);
            if (landed.isPresent()) {
                return landed.get();
            }
        }
    }

    private Offers lead(Deadline deadline) throws InterruptedException {
        Offers offers = answer;
        Throwable failure = null;
        try {
            offers = offers == null ? ask(deadline) : offers;
            answer = offers;
            return offers;
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        } finally {
            land(offers, failure);
        }
    }

    private Offers ask(Deadline deadline) throws InterruptedException {
        Request ping = Request.builder("GET", root).build();
        Reply reply = below.send(ping, deadline);
        if (reply.status() == 429 || reply.status() >= 500) {
            throw Refusals.of(reply.withoutSecrets(ping)); // to go on as nobody could show less than there is
        }
        return session.learn(reply.headers("WWW-Authenticate"), reply.status() == 401);
    }

    private synchronized void land(@Nullable Offers offers, @Nullable Throwable failure) {
        Flight<Offers> landing = flight;
        flight = null;
        if (landing != null && offers != null) {
            landing.land(offers);
        } else if (landing != null) {
            landing.crash(failure);
        }
    }
}
