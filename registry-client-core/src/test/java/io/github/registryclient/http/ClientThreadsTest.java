package io.github.registryclient.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.http.server.Samples;
import io.github.registryclient.http.server.ScriptedServer;
import io.github.registryclient.internal.OwnThreads;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Threads outlive the call that needed them first, and must not hold its application. Alone: it looks at all threads. */
@Isolated
class ClientThreadsTest {
    private final ClassLoader before = Thread.currentThread().getContextClassLoader();

    private static List<Thread> ownThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("registry-client-"))
                .collect(Collectors.toList());
    }

    @Test
    void no_thread_keeps_the_class_loader_of_the_call_that_began_it() throws Exception {
        try (ScriptedServer server = new ScriptedServer(exchange -> exchange.reply(200, "blob"));
                HttpRegistryClient client = HttpRegistryClient.connect(server.url());
                URLClassLoader application = new URLClassLoader(new URL[0], before)) {
            Thread.currentThread().setContextClassLoader(application);
            try (InputStream blob = client.openBlob(RepositoryName.of("team/app"), Digest.of(Samples.sha256("blob")))) {
                blob.readAllBytes();
                client.getManifestDigest("team/app", "1.0");
            } catch (io.github.registryclient.error.RegistryException expected) {
                // only the threads count here
            } finally {
                Thread.currentThread().setContextClassLoader(before);
            }
            assertThat(ownThreads())
                    .isNotEmpty()
                    .allSatisfy(
                            thread -> assertThat(thread.getContextClassLoader()).isNotSameAs(application));
        }
    }

    @Test
    void no_thread_inherits_what_the_caller_keeps_in_its_own() throws Exception {
        InheritableThreadLocal<String> application = new InheritableThreadLocal<>();
        application.set("held");
        String[] seen = new String[1];
        Thread thread = OwnThreads.create(() -> seen[0] = application.get(), "registry-client-test");
        thread.start();
        thread.join();
        application.remove();
        assertThat(seen[0]).isNull();
        assertThat(thread.isDaemon()).isTrue();
    }
}
