package io.github.registryclient.http.internal.auth;

import io.github.registryclient.http.internal.endpoint.Refusals;
import io.github.registryclient.http.internal.transport.Deadline;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.http.internal.transport.Transport;
import java.net.URI;
import java.util.List;
import java.util.Objects;
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
    private volatile @Nullable Reply refusal;

    Preflight(Transport below, URI root, Session session) {
        this.below = below;
        this.root = root;
        this.session = session;
    }

    /**
     * The challenges of {@code /v2/}, perhaps none.
     *
     * @param anyScheme whether the account can answer other schemes than Basic and Bearer
     */
    Offers offers(Request request, Deadline deadline, boolean anyScheme) throws InterruptedException {
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
                return lead(deadline, anyScheme);
            }
            Optional<Offers> landed = other.await(request, deadline);
            if (landed.isPresent()) {
                return landed.get();
            }
        }
    }

    private Offers lead(Deadline deadline, boolean anyScheme) throws InterruptedException {
        Offers offers = answer;
        Throwable failure = null;
        try {
            offers = offers == null ? ask(deadline, anyScheme) : offers;
            answer = session.known() == null ? null : offers;
            return offers;
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        } finally {
            land(offers, failure);
        }
    }

    private Offers ask(Deadline deadline, boolean anyScheme) throws InterruptedException {
        Request ping = Request.builder("GET", root).build();
        Reply reply = below.send(ping, deadline);
        int status = reply.status();
        if (status == 408 || status == 429 || status >= 500) {
            throw Refusals.of(reply.withoutSecrets(ping)); // to go on as nobody could show less than there is
        }
        List<String> challenges = reply.headers("WWW-Authenticate");
        if (status >= 400
                && status != 404
                && !anyScheme
                && !Offers.of(challenges).isUsable()) {
            refusal = reply.withoutSecrets(ping); // such as a gateway's: nothing is learnt of the registry
            return Offers.of(challenges);
        }
        return session.learn(challenges, status == 401);
    }

    /** What is wrong where {@code /v2/} refused without saying how to be convinced. */
    RuntimeException refusal() {
        return Refusals.of(Objects.requireNonNull(refusal, "there was none"));
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
