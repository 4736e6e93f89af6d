package io.github.registryclient.benchmarks.digest;

import io.github.registryclient.benchmarks.server.BareClient;
import io.github.registryclient.benchmarks.server.SampleManifests;
import io.github.registryclient.benchmarks.server.ServerProcess;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Tag;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One tag after the other resolved on each thread, by the library and by the JDK's bare client. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 4, time = 2)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH calls start() first
public class DigestBenchmark {
    private static final int CONNECTIONS = 16;

    private ServerProcess server;
    private HttpRegistryClient client;
    private BareClient bare;
    private List<Tag> tags;
    private List<String> uris;
    private List<HttpRequest> requests;

    /** A place in the list of tags, one for each thread. */
    @State(Scope.Thread)
    public static class Turn {
        private int last;

        private int next(int size) {
            last = (last + 1) % size;
            return last;
        }
    }

    /** Starts the server. */
    @Setup
    public void start() {
        server = ServerProcess.start();
        client = HttpRegistryClient.builder(server.uri().toString())
                .concurrency(CONNECTIONS)
                .build();
        bare = new BareClient();
        tags = List.copyOf(SampleManifests.tags().keySet());
        uris = SampleManifests.targets().stream()
                .map(target -> server.uri() + target)
                .collect(Collectors.toUnmodifiableList());
        requests = uris.stream().map(BareClient::request).collect(Collectors.toUnmodifiableList());
    }

    /** Ends the server. */
    @TearDown
    public void stop() {
        client.close();
        server.close();
    }

    /**
     * The library.
     *
     * @param turn which tag
     * @return its digest
     */
    @Benchmark
    public Digest client(Turn turn) {
        return client.getManifestDigest(SampleManifests.REPOSITORY, tags.get(turn.next(tags.size())));
    }

    /**
     * The bar: a request made for each tag, and sent.
     *
     * @param turn which tag
     * @return the answer, unread
     */
    @Benchmark
    public HttpResponse<Void> bare(Turn turn) {
        return bare.send(BareClient.request(uris.get(turn.next(uris.size()))));
    }

    /**
     * A bar that no caller can reach: requests made before.
     *
     * @param turn which tag
     * @return the answer, unread
     */
    @Benchmark
    public HttpResponse<Void> prepared(Turn turn) {
        return bare.send(requests.get(turn.next(requests.size())));
    }
}
