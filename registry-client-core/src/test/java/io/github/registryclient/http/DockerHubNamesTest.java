package io.github.registryclient.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.ByteRange;
import io.github.registryclient.Listing;
import io.github.registryclient.RegistryClient;
import io.github.registryclient.auth.Credentials;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.http.server.Samples;
import io.github.registryclient.http.server.ScriptedServer;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.manifest.MediaTypes;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Reference;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Docker Hub by the names that people use for it and for its own images, seen by a proxy that plays it. */
class DockerHubNamesTest {
    private static final Digest DIGEST = Digest.of(Samples.sha256("blob"));

    private final ScriptedServer hub = new ScriptedServer(exchange -> {
        if (exchange.line().endsWith("/v2/")) {
            exchange.reply(200, "{}", "Docker-Distribution-Api-Version: registry/2.0");
        } else {
            exchange.reply(404, Samples.error("NAME_UNKNOWN", "no such repository"));
        }
    });

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        hub.close();
    }

    private HttpRegistryClientBuilder builder(String url) {
        InetSocketAddress proxy = new InetSocketAddress(InetAddress.getLoopbackAddress(), hub.port());
        return HttpRegistryClient.builder(url)
                .httpClient(HttpClient.newBuilder().proxy(ProxySelector.of(proxy)));
    }

    private List<String> requests() {
        return hub.exchanges().stream().map(exchange -> exchange.line()).collect(Collectors.toList());
    }

    static Stream<Method> methodsOfARepository() {
        return Arrays.stream(RegistryClient.class.getMethods())
                .filter(method -> List.of(method.getParameterTypes()).contains(RepositoryName.class));
    }

    @ParameterizedTest
    @MethodSource("methodsOfARepository")
    void an_image_of_docker_hub_itself_lies_in_library(Method method) throws Exception {
        try (HttpRegistryClient client = builder("http://docker.io").build()) {
            Object[] arguments = Arrays.stream(method.getParameterTypes())
                    .map(this::argument)
                    .toArray();
            try {
                Object result = method.invoke(client, arguments);
                if (result instanceof Listing) {
                    assertThat(((Listing<?>) result).stream()).isEmpty();
                }
            } catch (InvocationTargetException e) {
                assertThat(e.getCause()).isInstanceOf(RegistryException.class);
            } catch (RegistryException noSuchRepository) {
                // What was asked for is what counts here.
            }
        }
        assertThat(requests())
                .isNotEmpty()
                .allMatch(line -> line.matches("[A-Z]+ http://registry-1\\.docker\\.io/v2/(library/alpine/.*)?"))
                .anyMatch(line -> line.contains("library/alpine"))
                .allMatch(line -> !line.contains("from=") || line.contains("from=library%2Falpine"));
    }

    private Object argument(Class<?> type) {
        byte[] manifest = Samples.MANIFEST.getBytes(StandardCharsets.UTF_8);
        Map<Class<?>, Object> values = Map.of(
                RepositoryName.class, RepositoryName.of("alpine"),
                Reference.class, Tag.of("latest"),
                Tag.class, Tag.of("latest"),
                Digest.class, DIGEST,
                Collection.class, List.of(Tag.of("latest")),
                Manifest.class, Manifest.parse(MediaTypes.OCI_MANIFEST, manifest),
                ByteRange.class, ByteRange.of(0, 1),
                String.class, "application/x",
                byte[].class, manifest);
        return type == Path.class ? file(manifest) : values.get(type);
    }

    private Path file(byte[] content) {
        try {
            return Files.write(folder.resolve("blob"), content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void what_has_an_owner_keeps_its_name_and_so_does_everything_elsewhere() {
        try (HttpRegistryClient docker = builder("http://index.docker.io").build();
                HttpRegistryClient other =
                        builder("http://registry.example.com").build()) {
            docker.findBlobSize(RepositoryName.of("team/app"), DIGEST);
            other.findBlobSize(RepositoryName.of("alpine"), DIGEST);
        }
        assertThat(requests())
                .extracting(line -> line.replaceFirst("^[A-Z]+ ", ""))
                .containsOnly(
                        "http://registry-1.docker.io/v2/team/app/blobs/" + DIGEST,
                        "http://registry.example.com/v2/alpine/blobs/" + DIGEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://docker.io", "http://index.docker.io", "http://registry-1.docker.io"})
    void credentials_are_asked_for_by_the_registrys_host_and_the_name_in_full(String url) {
        List<String> asked = new CopyOnWriteArrayList<>();
        try (ScriptedServer wary =
                        new ScriptedServer(exchange -> exchange.reply(401, "", "WWW-Authenticate: Basic realm=\"r\""));
                HttpRegistryClient client = HttpRegistryClient.builder(url)
                        .httpClient(HttpClient.newBuilder()
                                .proxy(ProxySelector.of(
                                        new InetSocketAddress(InetAddress.getLoopbackAddress(), wary.port()))))
                        .credentials((host, repository) -> {
                            asked.add(host + "/" + repository.orElseThrow());
                            return Credentials.anonymous();
                        })
                        .build()) {
            assertThatThrownBy(() -> client.findBlobSize(RepositoryName.of("alpine"), DIGEST))
                    .isInstanceOf(RegistryException.class);
        }
        assertThat(asked).isNotEmpty().containsOnly("registry-1.docker.io/library/alpine");
    }
}
