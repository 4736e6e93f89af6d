package io.github.registryclient;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.error.ClientClosedException;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.error.MalformedDocumentException;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Reference;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The asynchronous client: the same calls, and how their futures end. */
class AsyncRegistryClientTest {
    private static final Manifest MANIFEST = Manifest.parse(
            "application/vnd.oci.image.index.v1+json",
            "{\"schemaVersion\":2,\"manifests\":[]}".getBytes(StandardCharsets.UTF_8));
    private static final Map<Class<?>, Object> SAMPLES = Map.ofEntries(
            Map.entry(String.class, "text"),
            Map.entry(RepositoryName.class, RepositoryName.of("team/app")),
            Map.entry(Reference.class, Tag.of("1.0")),
            Map.entry(Tag.class, Tag.of("1.1")),
            Map.entry(Digest.class, MANIFEST.digest()),
            Map.entry(Collection.class, List.of(Tag.of("1.2"))),
            Map.entry(Manifest.class, MANIFEST),
            Map.entry(ByteRange.class, ByteRange.of(0, 9)),
            Map.entry(byte[].class, new byte[] {1}),
            Map.entry(Path.class, Path.of("layer")));
    private static final Map<Type, Type> BOXED = Map.of(boolean.class, Boolean.class);

    private final RecordingClient recording = new RecordingClient();
    private final AsyncRegistryClient async = AsyncRegistryClient.over(recording.client());

    static Stream<Method> calls() {
        return Arrays.stream(RegistryClient.class.getMethods())
                .filter(method -> !List.of("close", "registry").contains(method.getName())); // those send nothing
    }

    @AfterEach
    void close() {
        async.close();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void every_call_of_the_client_has_a_future_here(Method call) throws Exception {
        Method twin = AsyncRegistryClient.class.getMethod(call.getName(), call.getParameterTypes());
        Object[] arguments =
                Arrays.stream(call.getParameterTypes()).map(SAMPLES::get).toArray();

        Object result = ((CompletableFuture<?>) twin.invoke(async, arguments)).get(10, SECONDS);

        assertThat(recording.asked())
                .containsExactly(call.getName() + Arrays.toString(call.getParameterCount() == 0 ? null : arguments));
        ParameterizedType future = (ParameterizedType) twin.getGenericReturnType();
        assertThat(future.getRawType()).isEqualTo(CompletableFuture.class);
        Type promised = future.getActualTypeArguments()[0];
        if (call.getReturnType() == Listing.class) {
            Type entry = ((ParameterizedType) call.getGenericReturnType()).getActualTypeArguments()[0];
            assertThat(promised.getTypeName()).isEqualTo("java.util.List<" + entry.getTypeName() + ">");
            assertThat(result).isEqualTo(List.of());
        } else {
            Type given = call.getGenericReturnType();
            assertThat(promised).isEqualTo(BOXED.getOrDefault(given, given));
        }
    }

    @Test
    void a_future_fails_with_the_exception_of_the_call_itself() {
        MalformedDocumentException failure = new MalformedDocumentException("no JSON", null);
        CompletableFuture<Object> future = async.call(registry -> {
            throw failure;
        });

        assertThatThrownBy(future::join).isInstanceOf(CompletionException.class).hasCause(failure);
        assertThat(future.handle((result, thrown) -> thrown).join()).isSameAs(failure);
    }

    @Test
    void an_error_is_not_swallowed_either() {
        AssertionError error = new AssertionError("broken");
        CompletableFuture<Object> future = async.call(registry -> {
            throw error;
        });

        assertThat(future.handle((result, thrown) -> thrown).join()).isSameAs(error);
    }

    @Test
    void only_so_many_calls_run_at_a_time_and_the_others_wait_in_order() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        List<Integer> order = new ArrayList<>();
        try (AsyncRegistryClient one = AsyncRegistryClient.over(recording.client(), 1)) {
            List<CompletableFuture<?>> futures = new ArrayList<>();
            futures.add(one.call(registry -> Waiting.forLatch(go)));
            for (int i = 0; i < 100; i++) {
                int number = i;
                futures.add(one.call(registry -> order.add(number)));
            }
            go.countDown();
            CompletableFuture.allOf(futures.toArray(new CompletableFuture<?>[0]))
                    .get(10, SECONDS);
        }
        assertThat(order).hasSize(100).isSorted();
    }

    @Test
    void its_threads_are_daemons_with_its_name_and_virtual_where_the_jvm_has_them() throws Exception {
        Thread thread = async.call(registry -> Thread.currentThread()).get(10, SECONDS);

        assertThat(thread.getName()).startsWith("registry-client-async-");
        assertThat(thread.isDaemon()).isTrue();
        if (Runtime.version().feature() >= 21) {
            assertThat(Thread.class.getMethod("isVirtual").invoke(thread)).isEqualTo(true);
        }
    }

    @Test
    void on_an_executor_of_the_users_calls_run_there_and_one_that_it_refuses_fails_with_its_exception() {
        try (AsyncRegistryClient here = AsyncRegistryClient.over(recording.client(), Runnable::run)) {
            assertThat(here.call(registry -> Thread.currentThread())).isCompletedWithValue(Thread.currentThread());
        }
        RejectedExecutionException full = new RejectedExecutionException("full");
        try (AsyncRegistryClient refusing = AsyncRegistryClient.over(recording.client(), task -> {
            throw full;
        })) {
            assertThat(refusing.listRepositories().handle((all, thrown) -> thrown))
                    .isCompletedWithValue(full);
        }
        assertThat(recording.asked()).isEmpty();
    }

    @Test
    void closing_fails_what_waits_and_what_comes_later_and_leaves_the_client_beneath_open() {
        List<Runnable> dropped = new ArrayList<>();
        AsyncRegistryClient waiting = AsyncRegistryClient.over(recording.client(), dropped::add);
        CompletableFuture<?> before = waiting.listRepositories();
        waiting.close();
        waiting.close();
        CompletableFuture<?> after = waiting.listRepositories();
        dropped.forEach(Runnable::run);

        assertThat(List.of(before, after))
                .allSatisfy(future -> assertThat(
                                future.handle((all, thrown) -> thrown).join())
                        .isInstanceOf(ClientClosedException.class)
                        .hasMessageContaining("nothing was sent"));
        assertThat(recording.asked()).isEmpty();
    }

    @Test
    void more_calls_than_it_may_have_threads_are_refused_at_once() {
        RegistryClient client = recording.client();
        assertThatThrownBy(() -> AsyncRegistryClient.over(client, 0)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> AsyncRegistryClient.over(client, 1001)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void it_says_which_registry_it_is() {
        assertThat(async).hasToString("registry at nowhere");
    }
}
