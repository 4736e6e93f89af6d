package io.github.registryclient.benchmarks.bulk;

import io.github.registryclient.benchmarks.report.Flags;
import io.github.registryclient.benchmarks.report.Pairs;
import io.github.registryclient.benchmarks.report.Table;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.net.URI;
import java.util.Map;
import java.util.OptionalDouble;

/** Everything measured at one address of the registry: beside it, or behind a delay. */
final class Comparison {
    private final URI address;
    private final RepositoryName repository;
    private final Map<Tag, Digest> expected;
    private final Flags flags;
    private final int inFlight;

    Comparison(URI address, RepositoryName repository, Map<Tag, Digest> expected, Flags flags, int inFlight) {
        this.address = address;
        this.repository = repository;
        this.expected = expected;
        this.flags = flags;
        this.inFlight = inFlight;
    }

    /** Measures; the limit is how many answers a second the delay allows, 0 if there is none. */
    String run(double limit) {
        Table table = new Table("with " + inFlight + " in flight", "tags/s", "of the bare loop", "of the limit");
        try (ClientRun client = new ClientRun(address, repository, expected, inFlight)) {
            BareLoop bare = new BareLoop(address, repository, expected, inFlight);
            client.perSecond();
            bare.perSecond();
            Pairs pairs = Pairs.measure(flags.get("pairs", 5), client::perSecond, bare::perSecond);
            table.row(
                    "resolveTags (goal 0.95)",
                    Table.number(0, pairs.subject()),
                    Table.number(3, pairs.ratio()) + " (" + pairs.ratios() + ")",
                    share(pairs.subject(), limit));
            table.row("bare HttpClient.send", Table.number(0, pairs.bar()), "1", share(pairs.bar(), limit));
            OtherTools tools = new OtherTools(address, repository, expected, inFlight);
            other(table, "ab -k, one manifest", tools.apacheBench(), pairs.bar(), limit);
            other(table, "crane digest, a process a tag", tools.crane(flags.get("crane", 300)), pairs.bar(), limit);
        }
        return table.toString();
    }

    private static void other(Table table, String tool, OptionalDouble rate, double bar, double limit) {
        if (rate.isEmpty()) {
            table.row(tool, "not installed", "", "");
            return;
        }
        double perSecond = rate.getAsDouble();
        table.row(tool, Table.number(0, perSecond), Table.number(2, perSecond / bar), share(perSecond, limit));
    }

    private static String share(double perSecond, double limit) {
        return limit == 0 ? "" : Table.number(2, perSecond / limit);
    }
}
