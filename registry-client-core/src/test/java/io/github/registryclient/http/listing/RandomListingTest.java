package io.github.registryclient.http.listing;

import static io.github.registryclient.http.listing.Names.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.registryclient.error.RegistryException;
import io.github.registryclient.http.HttpRegistryClient;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Random listings cut into random pages in random ways equal what they were cut from; a page left out is never an end. */
class RandomListingTest {
    private static final int ROUNDS = 150;

    @Test
    void a_listing_in_any_pages_equals_what_was_cut_into_them() throws IOException {
        AtomicReference<CutListing> served = new AtomicReference<>(new CutListing(new Random(0)));
        try (CannedServer server =
                        new CannedServer((target, out) -> served.get().answer(target, out));
                HttpRegistryClient client =
                        HttpRegistryClient.builder(server.url()).retries(0).build()) {
            for (int round = 0; round < ROUNDS; round++) {
                long seed = 1_000_000L + round;
                CutListing cut = new CutListing(new Random(seed));
                served.set(cut);

                List<String> listed = texts(client.listTags("app").toList());
                List<String> listedByThrees =
                        texts(client.listTags("app").withPageSize(3).toList());

                assertThat(listed).as("seed %d", seed).isEqualTo(cut.names);
                assertThat(listedByThrees).as("seed %d, n=3", seed).isEqualTo(cut.names);
            }
        }
    }

    @Test
    void a_listing_with_a_broken_page_is_an_exception_and_never_shorter() throws IOException {
        AtomicReference<CutListing> served = new AtomicReference<>(new CutListing(new Random(0)));
        try (CannedServer server =
                        new CannedServer((target, out) -> served.get().answer(target, out));
                HttpRegistryClient client =
                        HttpRegistryClient.builder(server.url()).retries(0).build()) {
            for (int round = 0; round < ROUNDS; round++) {
                long seed = 2_000_000L + round;
                Random random = new Random(seed);
                CutListing cut = new CutListing(random);
                cut.breakPage(random);
                served.set(cut);

                Throwable failure = catchThrowable(client.listTags("app")::toList);

                assertThat(failure).as("seed %d, page %d", seed, cut.broken).isInstanceOf(RegistryException.class);
            }
        }
    }

    /** Names, shuffled or sorted, in pages of random sizes, some with repeats of the page before, nulls, digests or nothing. */
    private static final class CutListing {
        private final List<String> names;
        private final List<List<String>> pages = new ArrayList<>();
        private final String salt;
        private int broken = -1;

        CutListing(Random random) {
            names = new ArrayList<>(Names.count("t", 0, random.nextInt(400)));
            if (random.nextBoolean()) {
                Collections.shuffle(names, random);
            }
            salt = Integer.toHexString(random.nextInt());
            int done = 0;
            do {
                int end = Math.min(names.size(), done + random.nextInt(40));
                List<String> page = new ArrayList<>();
                for (String name : names.subList(done, end)) {
                    page.add(random.nextInt(10) == 0 ? escaped(name) : '"' + name + '"');
                }
                decorate(page, done, random);
                pages.add(page);
                done = end;
            } while (done < names.size());
        }

        void breakPage(Random random) {
            broken = random.nextInt(pages.size());
        }

        void answer(String target, OutputStream out) throws IOException {
            int mark = target.indexOf("page=" + salt + "-");
            int page = mark < 0 ? 0 : Integer.parseInt(target.substring(mark + 6 + salt.length()));
            String link = page + 1 == pages.size()
                    ? ""
                    : "</elsewhere/v2/app/tags/list?page=" + salt + "-" + (page + 1) + ">; rel=\"next\"";
            String json = "{\"name\":\"app\",\"tags\":[" + String.join(",", pages.get(page)) + "]}";
            CannedServer.page(out, link, page == broken ? json.substring(0, json.length() - 2) : json);
        }

        private void decorate(List<String> page, int done, Random random) {
            if (!page.isEmpty() && random.nextBoolean()) {
                page.add(page.get(random.nextInt(page.size())));
            }
            if (!page.isEmpty()
                    && done > 0
                    && random.nextBoolean()
                    && !pages.get(pages.size() - 1).isEmpty()) {
                page.add(0, '"' + names.get(done - 1) + '"');
            }
            if (random.nextInt(4) == 0) {
                page.add(random.nextInt(page.size() + 1), random.nextBoolean() ? "null" : "\"sha256:0123\"");
            }
        }

        private static String escaped(String name) {
            return String.format("\"\\u%04x%s\"", (int) name.charAt(0), name.substring(1));
        }
    }
}
