package io.github.registryclient.http.internal.transport;

import io.github.registryclient.http.internal.address.Origin;
import io.github.registryclient.http.internal.time.Deadline;
import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Follows redirects. The JDK would carry {@code Authorization} to other hosts; here credentials are added below this layer,
 * for the registry's own origin only.
 */
public final class RedirectingTransport implements Transport {
    private static final int MAX_REDIRECTS = 8;

    private final Transport below;
    private final RedirectPolicy policy;

    /**
     * Follows the redirects of what lies below.
     *
     * @param below sends one request
     * @param policy where redirects may lead
     */
    public RedirectingTransport(Transport below, RedirectPolicy policy) {
        this.below = below;
        this.policy = policy;
    }

    @Override
    public Reply send(Request request, Deadline deadline) throws InterruptedException {
        Reply reply = below.send(request, deadline);
        return isRedirect(reply) ? follow(reply, deadline) : reply;
    }

    private Reply follow(Reply first, Deadline deadline) throws InterruptedException {
        Set<URI> visited = new HashSet<>();
        Reply reply = first;
        while (isRedirect(reply)) {
            Request request = reply.request();
            Optional<String> location = reply.header("Location");
            if (location.isEmpty()) {
                return reply;
            }
            URI target = policy.target(request, location.get());
            requireSafeMethod(reply, target);
            visited.add(request.uri());
            if (visited.contains(target) || visited.size() > MAX_REDIRECTS) {
                throw RedirectPolicy.refused(request, "number " + visited.size() + ": it is a loop or one too many");
            }
            reply = below.send(request.to(target), deadline);
        }
        return reply;
    }

    private static boolean isRedirect(Reply reply) {
        switch (reply.status()) {
            case 301:
            case 302:
            case 303:
            case 307:
            case 308:
                return true;
            default:
                return false;
        }
    }

    /** Reading may go elsewhere. A change goes nowhere but where it was sent: at another query a DELETE may mean more. */
    private static void requireSafeMethod(Reply reply, URI target) {
        Request request = reply.request();
        if (!request.isRead()) {
            throw RedirectPolicy.refused(
                    request,
                    "of a request that changes something (status " + reply.status() + ", to " + Origin.of(target)
                            + ")");
        }
    }
}
