package io.github.registryclient.testkit.junit;

import io.github.registryclient.testkit.EmbeddedRegistry;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/**
 * A registry that JUnit closes when a test, or a class of tests, is over; JUnit reports what it throws. Before 5.13 only the type
 * that is deprecated now was closed, later one of both may be switched off.
 */
@SuppressWarnings("deprecation")
final class StoredRegistry implements ExtensionContext.Store.CloseableResource, AutoCloseable {
    private final EmbeddedRegistry registry;
    private final ExtensionContext context;

    /** @param context ends when the registry does */
    StoredRegistry(EmbeddedRegistry registry, ExtensionContext context) {
        this.registry = registry;
        this.context = context;
    }

    EmbeddedRegistry registry() {
        return registry;
    }

    /** A test that was aborted could not keep its script, and stays aborted. JUnit itself adds errors to failures. */
    @Override
    public void close() {
        try {
            registry.close();
        } catch (AssertionError report) {
            Optional<Throwable> aborted =
                    context.getExecutionException().filter(TestAbortedException.class::isInstance);
            aborted.orElseThrow(() -> report).addSuppressed(report);
        }
    }
}
