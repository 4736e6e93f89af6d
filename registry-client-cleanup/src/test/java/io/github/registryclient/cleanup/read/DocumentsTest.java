package io.github.registryclient.cleanup.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.Listing;
import io.github.registryclient.RegistryClient;
import io.github.registryclient.ResolvedTags;
import io.github.registryclient.cleanup.graph.RepositoryFacts;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.store.DocumentCache;
import io.github.registryclient.cleanup.store.MemoryCache;
import io.github.registryclient.error.ErrorResponse;
import io.github.registryclient.error.NotFoundException;
import io.github.registryclient.error.RegistryError;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** H23: a digest cache proves content, never presence. */
class DocumentsTest {
    private static final RepositoryName APP = RepositoryName.of("team/app");
    private static final RepositoryName OTHER = RepositoryName.of("team/other");
    private static final Tag LATEST = Tag.of("latest");
    private static final String TYPE = "application/vnd.oci.image.index.v1+json";
    private static final Manifest INDEX = Manifest.parse(
            TYPE,
            ("{\"schemaVersion\":2,\"mediaType\":\"" + TYPE + "\",\"manifests\":[]}").getBytes(StandardCharsets.UTF_8));
    private static final Digest DIGEST = INDEX.digest();

    private final Map<RepositoryName, Set<Digest>> present = new HashMap<>();
    private final Map<RepositoryName, Digest> latest = new HashMap<>();
    private final List<RepositoryName> reads = Collections.synchronizedList(new ArrayList<>());
    private final DocumentCache cache = new MemoryCache(10_000);

    @Test
    void h23_what_had_a_tag_once_and_is_gone_is_missing_although_the_cache_has_it() throws InterruptedException {
        cache.keep(DIGEST, INDEX.bytes());
        RepositoryFacts facts = read(APP).get(0);

        assertThat(facts.manifests()).isEmpty();
        assertThat(facts.missing()).containsExactly(DIGEST);
        assertThat(facts.troubles()).isEmpty();
    }

    @Test
    void h23_what_had_a_tag_once_and_is_gone_is_missing_although_another_repository_has_it()
            throws InterruptedException {
        present.put(OTHER, Set.of(DIGEST));
        latest.put(OTHER, DIGEST);
        List<RepositoryFacts> facts = read(OTHER, APP);

        assertThat(facts.get(0).manifests()).containsOnlyKeys(DIGEST);
        assertThat(facts.get(1).manifests()).isEmpty();
    }

    @Test
    void what_had_a_tag_once_and_is_still_there_is_read() throws InterruptedException {
        present.put(APP, Set.of(DIGEST));
        cache.keep(DIGEST, INDEX.bytes());

        assertThat(read(APP).get(0).manifests()).containsOnlyKeys(DIGEST);
        assertThat(reads).containsExactly(APP);
    }

    @Test
    void what_has_a_tag_was_shown_to_be_there_and_comes_from_the_cache() throws InterruptedException {
        latest.put(APP, DIGEST);
        cache.keep(DIGEST, INDEX.bytes());

        assertThat(read(APP).get(0).manifests()).containsOnlyKeys(DIGEST);
        assertThat(reads).isEmpty();
    }

    private List<RepositoryFacts> read(RepositoryName... repositories) throws InterruptedException {
        List<RepositoryFacts> facts = new ArrayList<>();
        Policy policy = Policy.builder().build();
        try (RegistryReader reader = new RegistryReader(client(), policy, false, cache, false, 1)) {
            for (RepositoryName repository : repositories) {
                facts.add(reader.read(repository, Set.of(DIGEST)));
            }
        }
        return facts;
    }

    private RegistryClient client() {
        return played(RegistryClient.class, (proxy, method, arguments) -> {
            switch (method.getName()) {
                case "listTags":
                    return played(Listing.class, (listing, what, none) -> List.of(LATEST));
                case "resolveTags":
                    return resolved((RepositoryName) arguments[0]);
                case "getManifest":
                case "getManifestDigest":
                    return found((RepositoryName) arguments[0], method.getName().equals("getManifest"));
                default:
                    throw new AssertionError(method);
            }
        });
    }

    private ResolvedTags resolved(RepositoryName repository) {
        ResolvedTags.Builder tags = ResolvedTags.builder();
        if (latest.containsKey(repository)) {
            tags.putDigests(LATEST, latest.get(repository));
        }
        return tags.build();
    }

    private Object found(RepositoryName repository, boolean read) {
        if (read) {
            reads.add(repository);
        }
        if (!present.getOrDefault(repository, Set.of()).contains(DIGEST)) {
            ErrorResponse response = ErrorResponse.builder()
                    .method("GET")
                    .uri("https://registry.example/")
                    .status(404)
                    .addErrors(RegistryError.builder().code("MANIFEST_UNKNOWN").build())
                    .build();
            throw new NotFoundException(response, "");
        }
        return read ? INDEX : DIGEST;
    }

    private static <T> T played(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
