package io.github.registryclient.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.registryclient.error.MalformedDocumentException;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The codec's contract under mutation: a document, or a {@link MalformedDocumentException}, and nothing else. */
@Timeout(60)
class DocumentFuzzTest {
    private static final int CASES = 4_000;
    private static final String[] TOKENS = {
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "null",
        "true",
        "0",
        "-1",
        "1e9",
        "9".repeat(30),
        "\\u0000",
        "\\",
        "\u0000",
        "\"manifests\":",
        "\"config\":{",
        "\"layers\":[",
        "\"digest\":",
        "\"size\":",
        "\"mediaType\":",
        "\"platform\":",
        "é"
    };
    private static final String[] VALUES = {
        "null", "true", "0", "-1", "1.5", "1e400", "\"\"", "\"sha256:\"", "[]", "{}", "[[]]", "[null]", "{\"\":null}"
    };

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {41, 42, 43, 44})
    void mutated_bytes_are_read_or_refused(long seed) {
        Random random = new Random(seed);
        int read = 0;
        for (int i = 0; i < CASES; i++) {
            Fixtures fixture = pick(random, Fixtures.values());
            byte[] document = fixture.bytes();
            int changes = 1 + random.nextInt(3);
            for (int change = 0; change < changes; change++) {
                document = mutate(random, document);
            }
            read += settles(seed, servedType(random, fixture), document) ? 1 : 0;
        }
        assertThat(read).as("documents read, seed %d", seed).isBetween(50, CASES - 50);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {51, 52, 53, 54})
    void mutated_trees_are_read_or_refused(long seed) {
        Random random = new Random(seed);
        int read = 0;
        for (int i = 0; i < CASES; i++) {
            Fixtures fixture = pick(random, Fixtures.values());
            ObjectNode root = fixture.tree();
            int changes = 1 + random.nextInt(2);
            for (int change = 0; change < changes; change++) {
                mutate(random, root);
            }
            read += settles(seed, servedType(random, fixture), Fixtures.write(root)) ? 1 : 0;
        }
        assertThat(read).as("documents read, seed %d", seed).isBetween(50, CASES - 50);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {61, 62})
    void random_bytes_are_refused(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < CASES; i++) {
            byte[] noise = new byte[random.nextInt(64)];
            random.nextBytes(noise);
            assertThat(settles(seed, "", noise))
                    .as("seed %d, %s", seed, Arrays.toString(noise))
                    .isFalse();
        }
    }

    /** Whether both readers kept the contract and at least one of them read the document. */
    private static boolean settles(long seed, String served, byte[] document) {
        boolean read = false;
        try {
            Manifest manifest = Manifest.parse(served, document);
            assertThat(Fixtures.parts(manifest)).doesNotContainNull();
            assertThat(manifest.toString()).doesNotContain("\n");
            assertThat(manifest.children()).allMatch(Descriptor::isManifest);
            assertThat(manifest.entries().size())
                    .isGreaterThanOrEqualTo(manifest.children().size());
            read = true;
        } catch (MalformedDocumentException refused) {
            assertThat(refused.getMessage()).doesNotContain("\n");
        } catch (RuntimeException | Error e) {
            fail(describe(seed, served, document), e);
        }
        try {
            assertThat(Fixtures.parts(ImageConfig.parse(document))).doesNotContainNull();
            read = true;
        } catch (MalformedDocumentException refused) {
            assertThat(refused.getMessage()).doesNotContain("\n");
        } catch (RuntimeException | Error e) {
            fail(describe(seed, "configuration", document), e);
        }
        return read;
    }

    private static String describe(long seed, String served, byte[] document) {
        return "seed " + seed + ", '" + served + "', base64 "
                + Base64.getEncoder().encodeToString(document);
    }

    private static String servedType(Random random, Fixtures fixture) {
        return random.nextInt(4) == 0
                ? pick(random, Fixtures.values()).mediaType()
                : random.nextBoolean() ? "" : fixture.mediaType();
    }

    private static byte[] mutate(Random random, byte[] document) {
        int from = random.nextInt(document.length + 1);
        int to = Math.min(document.length, from + random.nextInt(random.nextInt(10) == 0 ? 200 : 4));
        ByteArrayOutputStream mutated = new ByteArrayOutputStream();
        mutated.write(document, 0, from);
        switch (random.nextInt(5)) {
            case 0:
                break;
            case 1:
                mutated.write(document, from, to - from);
                mutated.write(document, from, to - from);
                break;
            case 2:
                mutated.writeBytes(pick(random, TOKENS).getBytes(UTF_8));
                break;
            case 3:
                mutated.write(random.nextInt(256));
                break;
            default:
                for (int at = from; at < to; at++) {
                    mutated.write(document[at] ^ (1 << random.nextInt(8)));
                }
        }
        mutated.write(document, to, document.length - to);
        return mutated.toByteArray();
    }

    private static void mutate(Random random, ObjectNode root) {
        List<ContainerNode<?>> containers = new ArrayList<>();
        collect(root, containers);
        ContainerNode<?> container = containers.get(random.nextInt(containers.size()));
        JsonNode value = random.nextInt(3) == 0
                ? containers.get(random.nextInt(containers.size())).deepCopy()
                : Fixtures.parse(pick(random, VALUES));
        if (container instanceof ArrayNode) {
            ArrayNode array = (ArrayNode) container;
            if (array.isEmpty() || random.nextInt(3) == 0) {
                array.add(value);
            } else if (random.nextBoolean()) {
                array.remove(random.nextInt(array.size()));
            } else {
                array.set(random.nextInt(array.size()), value);
            }
            return;
        }
        ObjectNode object = (ObjectNode) container;
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        names.add(pick(random, new String[] {"manifests", "layers", "config", "subject", "blobs", "fsLayers", "x"}));
        String name = names.get(random.nextInt(names.size()));
        if (random.nextInt(3) == 0) {
            object.remove(name);
        } else {
            object.set(name, value);
        }
    }

    private static void collect(JsonNode node, List<ContainerNode<?>> containers) {
        if (node instanceof ContainerNode) {
            containers.add((ContainerNode<?>) node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private static <T> T pick(Random random, T[] from) {
        return from[random.nextInt(from.length)];
    }
}
