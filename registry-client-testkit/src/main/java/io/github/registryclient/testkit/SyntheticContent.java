package io.github.registryclient.testkit;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.registry.synthetic.NumberedNames;
import io.github.registryclient.testkit.registry.synthetic.SyntheticRegistry;
import io.github.registryclient.testkit.registry.synthetic.SyntheticRepository;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Repositories and tags in numbers that nobody would push, for an {@link EmbeddedRegistry} that computes them when they are asked
 * for. Immutable; each method gives another value.
 *
 * <pre>{@code
 * SyntheticContent content = SyntheticContent.seeded(1)
 *         .tags("big/app", 1_000_000, 1000)
 *         .repositories("many", 100_000);
 * try (EmbeddedRegistry registry = EmbeddedRegistry.builder().synthetic(content).start()) {
 *     // list, pull and delete at registry.uri()
 * }
 * }</pre>
 *
 * <p>Each synthetic tag is one of an OCI image that pulls completely: manifest, configuration and a layer, which all images of a
 * repository share. Its bytes follow from the seed, the repository and its number. Tags and manifests can be deleted, by tag and
 * by digest, and blobs too; whatever is pushed to the same repository stands beside, and takes the place of a tag of that
 * name. A pushed manifest may need synthetic blobs and manifests.
 *
 * <p>It takes no space: the registry holds one bit for each tag and image that was deleted. So it is not in a
 * {@link RegistrySnapshot} but for its numbers, and a collection of garbage neither sees nor frees any of it; the blobs of a
 * deleted image stay, and pushing its manifest again brings it back. Deletions are forgotten when the registry is closed, also
 * where it keeps what was pushed in a folder.
 *
 * <p>A digest that was handed out a short time ago (the last 500 images) is known. Another one, such as one that is not there at
 * all, makes the registry compute all images of the repository first, once: about four seconds and 8 bytes each for a million
 * images, nothing that could be noticed for a thousand. The digests of configurations have such an index of their own.
 */
public final class SyntheticContent {
    private final long seed;
    private final Map<RepositoryName, int[]> tags;
    private final String prefix;
    private final int repositories;

    private SyntheticContent(long seed, Map<RepositoryName, int[]> tags, String prefix, int repositories) {
        this.seed = seed;
        this.tags = tags;
        this.prefix = prefix;
        this.repositories = repositories;
    }

    /**
     * Begins with nothing.
     *
     * @param seed decides all bytes
     * @return no content
     */
    public static SyntheticContent seeded(long seed) {
        return new SyntheticContent(seed, Collections.emptyMap(), "none/r", 0);
    }

    /**
     * Gives one repository tags: {@link #tag tag(0)} to {@code tag(count - 1)}.
     *
     * @param repository its name
     * @param count how many tags, 1 to 10,000,000
     * @param distinctDigests how many images there are for them, 1 or more; tag {@code i} is one of image
     *     {@code i % distinctDigests}
     * @return the changed content
     * @throws IllegalArgumentException if a number is out of its bounds
     */
    public SyntheticContent tags(String repository, int count, int distinctDigests) {
        requireCount("tags", count);
        if (distinctDigests < 1) {
            throw new IllegalArgumentException("tags need 1 image or more, not " + distinctDigests);
        }
        Map<RepositoryName, int[]> more = new TreeMap<>(tags);
        more.put(RepositoryName.of(repository), new int[] {count, distinctDigests});
        return new SyntheticContent(seed, Collections.unmodifiableMap(more), prefix, repositories);
    }

    /**
     * Adds repositories with one tag each, {@code tag(0)}: {@link #repository repository(parent, 0)} to
     * {@code repository(parent, count - 1)}. They take the place of those added before.
     *
     * @param parent the first part of their names
     * @param count how many, 1 to 10,000,000
     * @return the changed content
     * @throws IllegalArgumentException if the count is out of its bounds
     * @throws InvalidInputException if the parent is no name
     */
    public SyntheticContent repositories(String parent, int count) {
        requireCount("repositories", count);
        return new SyntheticContent(seed, tags, prefix(RepositoryName.of(parent).toString()), count);
    }

    private static void requireCount(String what, int count) {
        if (count < 1 || count > NumberedNames.MOST) {
            throw new IllegalArgumentException("1 to " + NumberedNames.MOST + " " + what + ", not " + count);
        }
    }

    private static void requireNumber(int number) {
        if (number < 0) {
            throw new IllegalArgumentException("names are numbered from 0, not " + number);
        }
    }

    private static String prefix(String parent) {
        return parent + "/r";
    }

    /**
     * The name of a synthetic tag: numbers and names have the same order.
     *
     * @param number 0 or more
     * @return such as {@code t0000042}
     * @throws IllegalArgumentException if it is less
     */
    public static Tag tag(int number) {
        requireNumber(number);
        return Tag.of(SyntheticRepository.tag(number));
    }

    /**
     * The name of a synthetic repository: numbers and names have the same order.
     *
     * @param parent the first part of its name
     * @param number 0 or more
     * @return such as {@code many/r0000042}
     * @throws IllegalArgumentException if the number is less
     */
    public static RepositoryName repository(String parent, int number) {
        requireNumber(number);
        return RepositoryName.of(NumberedNames.name(prefix(parent), number));
    }

    SyntheticRegistry registry() {
        SyntheticRegistry.Builder builder = SyntheticRegistry.seeded(seed).repositories(prefix, repositories);
        tags.forEach((name, numbers) -> builder.tags(name, numbers[0], numbers[1]));
        return builder.build();
    }
}
