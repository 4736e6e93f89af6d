package io.github.registryclient.testkit;

import io.github.registryclient.testkit.http.HttpServer;
import io.github.registryclient.testkit.registry.manner.Mannered;
import io.github.registryclient.testkit.registry.store.Step;
import io.github.registryclient.testkit.registry.store.Store;
import io.github.registryclient.testkit.registry.switches.Switch;
import io.github.registryclient.testkit.traffic.RequestLog;
import io.github.registryclient.testkit.traffic.Script;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A registry in this JVM, on a free port of the loopback interface: all of the OCI distribution spec 1.1 and Docker's catalog,
 * in memory or in a folder.
 *
 * <pre>{@code
 * try (EmbeddedRegistry registry = EmbeddedRegistry.start()) {
 *     // push to registry.uri(), run what is to be tested
 *     assertThat(registry.snapshot().repositories()).containsKey(RepositoryName.of("team/app"));
 * }
 * }</pre>
 *
 * <p>Thread-safe. Failures of the storage are {@link UncheckedIOException}s.
 */
public final class EmbeddedRegistry implements AutoCloseable {
    private final Assembly assembly;
    private final Store store;
    private final Mannered registry;
    private final HttpServer server;
    private final AtomicBoolean judged = new AtomicBoolean();

    private EmbeddedRegistry(Assembly assembly, Store store) {
        this.assembly = assembly;
        this.store = store;
        this.registry = assembly.registry(store);
        this.server = HttpServer.start(assembly.around(registry), assembly.serverOptions());
    }

    /**
     * Starts an empty registry in memory.
     *
     * @return a registry that answers
     */
    public static EmbeddedRegistry start() {
        return builder().start();
    }

    /**
     * Sets more before it starts.
     *
     * @return a builder of a registry like that of {@link #start}
     */
    public static EmbeddedRegistryBuilder builder() {
        return new EmbeddedRegistryBuilder();
    }

    static EmbeddedRegistry start(Store store, Assembly assembly) throws IOException {
        try {
            return new EmbeddedRegistry(assembly, store);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /**
     * Where it answers.
     *
     * @return such as {@code http://127.0.0.1:41231}; https where it speaks TLS
     */
    public URI uri() {
        return URI.create(assembly.scheme() + "://127.0.0.1:" + server.port());
    }

    /**
     * Collects garbage as registries do: what no manifest of any repository needs. Deleted manifests and the blobs of unfinished
     * pushes are such garbage; requests wait until it is over. Unfinished uploads are not, until they expire.
     *
     * @return what went
     */
    public CollectedGarbage garbageCollect() {
        return collect(false, false);
    }

    /**
     * Says what {@link #garbageCollect} would collect now, and changes nothing.
     *
     * @return what would go
     */
    public CollectedGarbage garbageCollectDryRun() {
        return collect(false, true);
    }

    /**
     * Collects garbage after it took out the manifests that no tag leads to: neither by name, nor as a child of an index that
     * is kept, nor as a referrer of a manifest that is kept.
     *
     * @return what went
     */
    public CollectedGarbage garbageCollectUntagged() {
        return collect(true, false);
    }

    /**
     * Says what {@link #garbageCollectUntagged} would collect now, and changes nothing.
     *
     * @return what would go
     */
    public CollectedGarbage garbageCollectUntaggedDryRun() {
        return collect(true, true);
    }

    private CollectedGarbage collect(boolean untagged, boolean dryRun) {
        return unchecked(() -> new CollectedGarbage(store.collect(untagged, dryRun)));
    }

    /**
     * All that it has at this moment.
     *
     * @return a value that does not change any more
     */
    public RegistrySnapshot snapshot() {
        return unchecked(() -> store.exclusively(() -> RegistrySnapshot.of(store)));
    }

    /**
     * The requests that came so far, without secrets.
     *
     * @return a value that does not change any more
     */
    public RequestLog requests() {
        return assembly.recorder().log();
    }

    /** Begins a new log of requests: those before are forgotten and not counted. */
    public void clearRequests() {
        assembly.recorder().clear();
    }

    /**
     * What it is to do instead of answering honestly, and which requests are expected. Lines can be added at any time.
     *
     * @return the script of this registry
     */
    public Script script() {
        return assembly.script();
    }

    private static <T> T unchecked(Step<T> step) {
        try {
            return step.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Puts the guard up that a collection of garbage needs, or takes it down: while it is up, all writing is answered with 405
     * in plain text, as distribution does with {@code storage.maintenance.readonly}. Requests that began before may end after.
     *
     * @param readOnly whether only reading is allowed
     */
    public void setReadOnly(boolean readOnly) {
        assembly.switches().set(Switch.WRITING, !readOnly);
    }

    /**
     * Switches the deletion of manifests, tags and blobs on or off, which needs a restart elsewhere; off, it is answered with
     * 405 {@code UNSUPPORTED}.
     *
     * @param enabled whether it is on
     */
    public void setDeletion(boolean enabled) {
        assembly.switches().set(Switch.DELETION, enabled);
    }

    /**
     * Warns of something with every answer from now on, as {@link EmbeddedRegistryBuilder#warning} does from the start.
     *
     * @param text in ISO 8859-1 without control characters; quotes and backslashes are escaped
     * @throws IllegalArgumentException if it is empty or cannot be sent, or if all warnings would take more than 4096 bytes
     */
    public void warn(String text) {
        assembly.warnings().add(text);
    }

    /** Warns of nothing from now on. */
    public void clearWarnings() {
        assembly.warnings().clear();
    }

    /**
     * Forgets what a server forgets that is restarted: what the manners remember beside the storage. Nothing that was pushed
     * is lost, connections stay, and the switches stay as they are.
     */
    public void restart() {
        registry.restart();
    }

    /**
     * What can be done to the storage behind the registry's back.
     *
     * @return damage for this registry
     */
    public StoredDamage damage() {
        return new StoredDamage(store);
    }

    /**
     * Ends the server and its connections; what is in memory is gone, what is in a folder stays and is free for another. May be
     * called again, and does nothing then.
     *
     * @throws AssertionError once, after all is ended, if a promise of its {@link #script} was not kept, an unexpected request
     *     came, or the registry itself failed. In a try-with-resources statement whose body failed, Java adds it to that failure
     *     as suppressed
     */
    @Override
    public void close() {
        try {
            server.close();
        } finally {
            unchecked(() -> {
                store.close();
                return true;
            });
        }
        if (judged.compareAndSet(false, true)) {
            assembly.verdict().ifPresent(error -> {
                throw error;
            });
        }
    }

    /**
     * Where it answers, for people.
     *
     * @return one line
     */
    @Override
    public String toString() {
        return "embedded registry at " + uri();
    }
}
