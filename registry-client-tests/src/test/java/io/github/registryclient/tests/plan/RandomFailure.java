package io.github.registryclient.tests.plan;

import static io.github.registryclient.testkit.traffic.RequestPattern.any;
import static io.github.registryclient.testkit.traffic.RequestPattern.get;
import static io.github.registryclient.testkit.traffic.ScriptedAnswer.status;

import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.RepositorySnapshot;
import io.github.registryclient.testkit.traffic.Ending;
import io.github.registryclient.testkit.traffic.Fault;
import io.github.registryclient.testkit.traffic.RequestPattern;
import io.github.registryclient.testkit.traffic.ScriptedAnswer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Draws something that cannot be read from now on, in one of the ways in which registries and what stands before them fail. */
final class RandomFailure {
    private static final String JSON = "application/json";
    private final Random random;
    private final EmbeddedRegistry registry;

    RandomFailure(Random random, EmbeddedRegistry registry) {
        this.random = random;
        this.registry = registry;
    }

    /** Says what fails. */
    String happen() {
        List<RepositoryName> names =
                new ArrayList<>(registry.snapshot().repositories().keySet());
        RepositoryName name = pick(names);
        RepositorySnapshot there = registry.snapshot().repository(name.toString());
        List<Object> manifests = new ArrayList<>(there.manifests().keySet());
        List<Object> blobs = new ArrayList<>(there.blobs().keySet());
        List<Object> tags = new ArrayList<>(there.tags().keySet());
        switch (random.nextInt(8)) {
            case 0:
                return tags.size() < 2 ? "nothing" : secondPage(name, tags);
            case 1:
                return tags.isEmpty() ? "nothing" : refuse("/v2/" + name + "/manifests/" + pick(tags));
            case 2:
            case 3:
                return blobs.isEmpty() ? "nothing" : spoil("/v2/" + name + "/blobs/" + pick(blobs));
            case 4:
                return manifests.isEmpty() ? "nothing" : spoil("/v2/" + name + "/referrers/" + pick(manifests));
            default:
                return manifests.isEmpty() ? "nothing" : spoil("/v2/" + name + "/manifests/" + pick(manifests));
        }
    }

    private String secondPage(RepositoryName name, List<Object> tags) {
        String path = "/v2/" + name + "/tags/list";
        registry.script()
                .on(get(path).withQuery("last", tags.get(0).toString()))
                .always()
                .answer(refusal());
        registry.script()
                .on(get(path))
                .always()
                .answer(status(200)
                        .header("Content-Type", JSON)
                        .header("Link", "<" + path + "?n=1&last=" + tags.get(0) + ">; rel=\"next\"")
                        .body("{\"name\":\"" + name + "\",\"tags\":[\"" + tags.get(0) + "\"]}"));
        return "the second page of " + path;
    }

    private String refuse(String path) {
        registry.script().on(any(path)).always().answer(refusal());
        return path;
    }

    private ScriptedAnswer refusal() {
        switch (random.nextInt(5)) {
            case 0:
                return status(503).header("Content-Type", "text/html").body("<h1>upgrading</h1>");
            case 1:
                return status(404).header("Content-Type", "text/plain").body("default backend - 404");
            case 2:
                return status(403)
                        .header("Content-Type", JSON)
                        .body("{\"errors\":[{\"code\":\"DENIED\",\"message\":\"not yours\"}]}");
            case 3:
                return ScriptedAnswer.nothing(random.nextBoolean() ? Ending.CLOSE : Ending.RESET);
            default:
                return status(500);
        }
    }

    /** HEAD has nothing to spoil. */
    private String spoil(String path) {
        RequestPattern get = get(path);
        switch (random.nextInt(5)) {
            case 0:
                registry.script().on(get).always().letThroughBut(Fault.cutAfter(random.nextInt(40), Ending.CLOSE));
                return path + " is cut";
            case 1:
                registry.script().on(get).always().letThroughBut(Fault.alteredBody(RandomFailure::brokenOff));
                return path + " breaks off";
            case 2:
                registry.script()
                        .on(get)
                        .always()
                        .answer(status(200)
                                .header("Content-Type", "text/html")
                                .body("<h1>sign in</h1>".getBytes(StandardCharsets.UTF_8)));
                return path + " is a page to sign in";
            default:
                return refuse(path);
        }
    }

    private static byte[] brokenOff(byte[] body) {
        return Arrays.copyOf(body, body.length / 2);
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
