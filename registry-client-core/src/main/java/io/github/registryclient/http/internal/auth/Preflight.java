package io.github.registryclient.http.internal.auth;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.error.RedirectRefusedException;
import io.github.registryclient.http.internal.address.Origin;
import io.github.registryclient.http.internal.answer.Refusals;
import io.github.registryclient.http.internal.time.Deadline;
import io.github.registryclient.http.internal.transport.RedirectPolicy;
import io.github.registryclient.http.internal.transport.RedirectingTransport;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.http.internal.transport.Transport;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks {@code /v2/} how the registry wants to be convinced, once for all who send it the same headers: before the first one's
 * first request, because some registries answer what nobody may see with less instead of a refusal (zot, Quay), and where a
 * refusal does not say (GCR, Harbor).
 */
final class Preflight {
    private final Transport following;
    private final URI root;
    private final Session session;
    private @Nullable Flight<Offers> flight;
    private volatile @Nullable Offers answer;
    private volatile @Nullable RuntimeException refusal;

    /** The way below is the registry's own: what leads elsewhere is not followed. */
    Preflight(Transport below, AuthSettings settings, Session session) {
        this.root = settings.root();
        Origin registry = Origin.of(root);
        this.following = new RedirectingTransport(
                (request, deadline) -> {
                    if (!request.origin().equals(registry)) {
                        throw RedirectPolicy.refused(request, ledElsewhere(registry, request));
                    }
                    return below.send(request, deadline);
                },
                settings.redirects());
        this.session = session;
    }

    /** What its answers are noted in. */
    Session session() {
        return session;
    }

    /**
     * The challenges of {@code /v2/}, perhaps none.
     *
     * @param credentials whose headers go along; a scheme of their own can answer other challenges than Basic and Bearer
     */
    Offers offers(Request request, Deadline deadline, Credentials credentials) throws InterruptedException {
        while (true) {
            Offers known = answer == null ? session.greeting() : answer;
            if (known != null && !session.isDoubtful()) {
                return known;
            }
            Flight<Offers> other;
            synchronized (this) {
                other = flight;
                if (other == null) {
                    flight = new Flight<>();
                }
            }
            if (other == null) {
                return lead(deadline, credentials);
            }
            Optional<Offers> landed = other.await(request, deadline);
            if (landed.isPresent()) {
                return landed.get();
            }
        }
    }

    private Offers lead(Deadline deadline, Credentials credentials) throws InterruptedException {
        Offers offers = answer;
        Throwable failure = null;
        try {
            if (offers == null || session.isDoubtful()) {
                offers = ask(deadline, credentials);
                session.believe();
            }
            answer = session.known() == null ? null : offers;
            return offers;
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        } finally {
            land(offers, failure);
        }
    }

    private Offers ask(Deadline deadline, Credentials credentials) throws InterruptedException {
        Request ping = Request.builder("GET", root).build();
        Reply reply;
        try {
            reply = following.send(session.headers().on(ping, credentials), deadline);
        } catch (RedirectRefusedException e) {
            refusal = e; // nothing is learnt of the registry: a page to log in, perhaps
            return Offers.NONE;
        }
        int status = reply.status();
        if (status == 408 || status == 429 || status >= 500) {
            throw Refusals.of(reply.withoutSecrets(ping)); // to go on as nobody could show less than there is
        }
        List<String> challenges = reply.headers("WWW-Authenticate");
        Offers offers = Offers.of(challenges);
        boolean refused = status >= 400 && status != 404 && credentials.scheme().isEmpty();
        boolean absent = status == 404 || status >= 300 && status < 400;
        if ((refused || absent) && !offers.isUsable()) {
            refusal = Refusals.of(reply.withoutSecrets(ping)); // such as a gateway's: nothing is learnt of the registry
            return offers;
        }
        return session.greeted(challenges, status == 401, offers.isUsable() || status < 300);
    }

    private static String ledElsewhere(Origin registry, Request request) {
        return "of /v2/ from " + registry + " to " + request.origin()
                + ", where no credentials go: without them a catalog may be short. If the registry is there, give its URL";
    }

    /** Whether {@code /v2/} gave an answer that says nothing of the registry. */
    boolean wasUnclear() {
        return refusal != null;
    }

    /** What is wrong where {@code /v2/} did not say how to be convinced, nor that nothing is wanted. */
    RuntimeException refusal() {
        return Objects.requireNonNull(refusal, "there was none");
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
