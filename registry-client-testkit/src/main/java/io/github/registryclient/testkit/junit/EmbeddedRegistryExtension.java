package io.github.registryclient.testkit.junit;

import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.EmbeddedRegistryBuilder;
import java.util.function.Consumer;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives an {@link EmbeddedRegistry} to tests that have a parameter of that type, and closes it after them.
 *
 * <pre>{@code
 * @ExtendWith(EmbeddedRegistryExtension.class)
 * class CleanerTest {
 *     @Test
 *     void deletes_what_is_old(EmbeddedRegistry registry) { ... }
 * }
 *
 * @RegisterExtension
 * static final EmbeddedRegistryExtension REGISTRY = EmbeddedRegistryExtension.with(builder -> builder.folder(...));
 * }</pre>
 *
 * <p>Each test has a registry of its own, started when it is first asked for. Constructor, {@code @BeforeEach}, test and
 * {@code @AfterEach} of one test get the same one, those of the classes around a {@code @Nested} class too. Where the test
 * instance lives as long as its class, or {@code @BeforeAll} asks for a registry, the tests of that class share one, as do the
 * classes nested in it.
 *
 * <p>What {@link EmbeddedRegistry#close} throws fails a test that has passed, and is added as suppressed to the failure of
 * another; a test that was aborted stays so. Tests may run side by side.
 *
 * <p>An extension in an instance field comes too late for constructors, and cannot serve {@code @BeforeAll}: make the field
 * static there.
 */
public final class EmbeddedRegistryExtension implements ParameterResolver {
    private final Consumer<? super EmbeddedRegistryBuilder> settings;

    /** For {@code @ExtendWith}: registries as {@link EmbeddedRegistry#start} makes them. */
    public EmbeddedRegistryExtension() {
        this(builder -> {});
    }

    private EmbeddedRegistryExtension(Consumer<? super EmbeddedRegistryBuilder> settings) {
        this.settings = settings;
    }

    /**
     * For {@code @RegisterExtension}: registries that are not like all others.
     *
     * @param settings called for each registry, on the thread of its test
     * @return a new extension
     */
    public static EmbeddedRegistryExtension with(Consumer<? super EmbeddedRegistryBuilder> settings) {
        return new EmbeddedRegistryExtension(settings);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == EmbeddedRegistry.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        ExtensionContext scope = scope(context);
        return scope.getStore(Namespace.create(EmbeddedRegistryExtension.class))
                .getOrComputeIfAbsent(this, extension -> start(scope), StoredRegistry.class)
                .registry();
    }

    /** A constructor's registry is that of the test which the instance is made for. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    private StoredRegistry start(ExtensionContext scope) {
        EmbeddedRegistryBuilder builder = EmbeddedRegistry.builder();
        settings.accept(builder);
        return new StoredRegistry(builder.start(), scope);
    }

    /** The context whose end is the registry's end: that of the class where its tests share an instance. */
    private static ExtensionContext scope(ExtensionContext context) {
        boolean shared = context.getTestInstanceLifecycle().orElse(Lifecycle.PER_METHOD) == Lifecycle.PER_CLASS;
        ExtensionContext scope = context;
        while (shared && scope.getTestMethod().isPresent()) {
            scope = scope.getParent().orElseThrow();
        }
        return scope;
    }
}
