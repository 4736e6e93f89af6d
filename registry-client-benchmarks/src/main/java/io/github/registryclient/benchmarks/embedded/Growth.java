package io.github.registryclient.benchmarks.embedded;

import io.github.registryclient.benchmarks.report.Pairs;
import io.github.registryclient.benchmarks.report.Table;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.SyntheticContent;
import java.util.ArrayList;
import java.util.List;

/** What the client asks, and how long an answer takes, as a repository grows: both in this JVM, for the requests to be counted. */
final class Growth {
    private static final RepositoryName NAME = RepositoryName.of("big/app");
    private static final int IMAGES = 1000;
    private static final int RESOLVED = 2000;

    private final int rounds;

    Growth(int rounds) {
        this.rounds = rounds;
    }

    String run() {
        Table table = new Table(
                "tags",
                "requests to list them, 1,000 a page",
                "ms a page",
                "requests for each of " + Table.number(0, RESOLVED) + " tags resolved, at most",
                "ms a tag, one after the other");
        for (int tags : new int[] {1000, 10_000, 100_000, 1_000_000}) {
            row(table, tags);
        }
        return table.toString();
    }

    private void row(Table table, int tags) {
        SyntheticContent content = SyntheticContent.seeded(1).tags(NAME.toString(), tags, IMAGES);
        try (EmbeddedRegistry registry = EmbeddedRegistry.builder()
                        .requestsKept(0)
                        .synthetic(content)
                        .start();
                HttpRegistryClient client =
                        HttpRegistryClient.connect(registry.uri().toString())) {
            double[] page = new double[rounds];
            double[] tag = new double[rounds];
            double listing = 0;
            double resolving = 0;
            resolve(client, some(tags));
            for (int round = 0; round < rounds; round++) {
                registry.clearRequests();
                double millis = list(client, tags);
                listing = registry.requests().size();
                page[round] = millis / listing;
                registry.clearRequests();
                List<Tag> some = some(tags);
                millis = resolve(client, some);
                resolving = (double) registry.requests().size() / some.size();
                tag[round] = millis / some.size();
            }
            table.row(
                    Table.number(0, tags),
                    Table.number(0, listing),
                    Table.number(2, Pairs.median(page)),
                    Table.number(2, resolving),
                    Table.number(2, Pairs.median(tag)));
        }
    }

    /** From the first to the last. */
    private static List<Tag> some(int tags) {
        List<Tag> some = new ArrayList<>();
        for (int number = 0; number < tags; number += Math.max(1, tags / RESOLVED)) {
            some.add(SyntheticContent.tag(number));
        }
        return some;
    }

    private static double list(HttpRegistryClient client, int expected) {
        long start = System.nanoTime();
        long count = client.listTags(NAME).withPageSize(1000).stream().count();
        if (count != expected) {
            throw new IllegalStateException(count + " tags in place of " + expected);
        }
        return millisSince(start);
    }

    private static double resolve(HttpRegistryClient client, List<Tag> tags) {
        long start = System.nanoTime();
        tags.forEach(tag -> client.getManifestDigest(NAME, tag));
        return millisSince(start);
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}
