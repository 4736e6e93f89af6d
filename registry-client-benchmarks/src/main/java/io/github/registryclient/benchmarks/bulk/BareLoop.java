package io.github.registryclient.benchmarks.bulk;

import io.github.registryclient.benchmarks.report.Timed;
import io.github.registryclient.benchmarks.server.BareClient;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The bar: threads that take tag after tag and send a bare HEAD for each. */
final class BareLoop {
    private final BareClient client = new BareClient();
    private final String prefix;
    private final List<Tag> tags;
    private final Map<Tag, Digest> expected;
    private final int inFlight;

    BareLoop(URI registry, RepositoryName repository, Map<Tag, Digest> expected, int inFlight) {
        this.prefix = registry + "/v2/" + repository + "/manifests/";
        this.tags = List.copyOf(expected.keySet());
        this.expected = expected;
        this.inFlight = inFlight;
    }

    /** Resolves all tags once; gives tags a second. */
    double perSecond() {
        String[] digests = new String[tags.size()];
        AtomicInteger next = new AtomicInteger();
        double perSecond = Timed.perSecond(inFlight, tags.size(), () -> {
            for (int i = next.getAndIncrement(); i < digests.length; i = next.getAndIncrement()) {
                HttpResponse<Void> response = client.send(BareClient.request(prefix + tags.get(i)));
                digests[i] =
                        response.headers().firstValue("Docker-Content-Digest").orElse("");
            }
        });
        for (int i = 0; i < digests.length; i++) {
            if (!String.valueOf(expected.get(tags.get(i))).equals(digests[i])) {
                throw new IllegalStateException(tags.get(i) + " resolved to " + digests[i]);
            }
        }
        return perSecond;
    }
}
