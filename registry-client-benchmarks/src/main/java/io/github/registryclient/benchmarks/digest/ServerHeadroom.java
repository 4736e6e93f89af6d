package io.github.registryclient.benchmarks.digest;

import io.github.registryclient.benchmarks.report.Table;
import io.github.registryclient.benchmarks.report.Timed;
import io.github.registryclient.benchmarks.server.BareClient;
import io.github.registryclient.benchmarks.server.SampleManifests;
import io.github.registryclient.benchmarks.server.ServerProcess;
import java.util.List;

/** Shows that the server answers at least twice as fast as the bare client asks: otherwise the server would be measured. */
final class ServerHeadroom {
    private static final int CALLS = 30_000;

    private ServerHeadroom() {}

    static String describe() {
        Table table = new Table("connections", "plain sockets/s", "bare HttpClient/s", "server's headroom (goal 2)");
        try (ServerProcess server = ServerProcess.start()) {
            List<String> targets = SampleManifests.targets();
            BareClient bare = new BareClient();
            RawLoop raw = new RawLoop(server.uri(), targets.get(0), BareClient.ACCEPT);
            String uri = server.uri() + targets.get(0);
            for (int threads : new int[] {1, 16}) {
                raw.perSecond(threads, CALLS / threads);
                double fast = raw.perSecond(threads, CALLS / threads);
                bareRate(bare, uri, threads);
                double slow = bareRate(bare, uri, threads);
                table.row(
                        String.valueOf(threads),
                        Table.number(0, fast),
                        Table.number(0, slow),
                        Table.number(2, fast / slow));
            }
        }
        return table.toString();
    }

    private static double bareRate(BareClient bare, String uri, int threads) {
        int each = CALLS / threads;
        return Timed.perSecond(threads, each * threads, () -> {
            for (int i = 0; i < each; i++) {
                bare.send(BareClient.request(uri));
            }
        });
    }
}
