package io.github.registryclient.http.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A million tags fit through a heap of 64 MiB: in another JVM, for the limit to be real. */
class MillionTagsTest {
    static final int TAGS = 1_000_000;
    private static final int PER_PAGE = 1000;

    @Test
    void a_million_tags_in_one_answer_are_listed_in_64_mib() throws Exception {
        try (CannedServer server = new CannedServer(MillionTagsTest::whole)) {
            assertThat(list(server)).isEqualTo("1000000 tags, 1 page");
        }
    }

    @Test
    void a_million_tags_in_a_thousand_pages_are_listed_in_64_mib() throws Exception {
        try (CannedServer server = new CannedServer(MillionTagsTest::paged)) {
            assertThat(list(server)).isEqualTo("1000000 tags, 1000 pages");
        }
    }

    /** Runs {@link ListInSmallHeap} and gives what it printed. */
    private static String list(CannedServer server) throws IOException, InterruptedException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        ListInSmallHeap.class.getName(),
                        server.url())
                .redirectErrorStream(true)
                .start();
        try {
            String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(child.waitFor(100, TimeUnit.SECONDS)).as(said).isTrue();
            return said.strip();
        } finally {
            child.destroyForcibly();
        }
    }

    private static void whole(String target, OutputStream out) throws IOException {
        long length = "{\"name\":\"app\",\"tags\":[".length() + TAGS * (tag(0).length() + 3L) - 1 + "]}".length();
        assertThat(length).isGreaterThan(24_000_000);
        write(out, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n");
        write(out, "{\"name\":\"app\",\"tags\":[");
        for (int from = 0; from < TAGS; from += PER_PAGE) {
            write(out, (from == 0 ? "" : ",") + names(from));
        }
        write(out, "]}");
    }

    private static void paged(String target, OutputStream out) throws IOException {
        int mark = target.indexOf("from=");
        int from = mark < 0 ? 0 : Integer.parseInt(target.substring(mark + 5));
        int next = from + PER_PAGE;
        CannedServer.page(
                out,
                next == TAGS ? "" : "</v2/app/tags/list?from=" + next + ">; rel=\"next\"",
                "{\"name\":\"app\",\"tags\":[" + names(from) + "]}");
    }

    private static String names(int from) {
        return IntStream.range(from, from + PER_PAGE)
                .mapToObj(number -> "\"" + tag(number) + "\"")
                .collect(Collectors.joining(","));
    }

    private static String tag(int number) {
        return "1.0.0-2018060419" + (10_000_000 + number);
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
