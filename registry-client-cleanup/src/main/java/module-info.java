/**
 * Clean-up of a registry: from a policy to a plan.
 *
 * <p>It sees registries only through {@code RegistryClient}.
 */
@org.jspecify.annotations.NullMarked
@SuppressWarnings("requires-automatic")
module io.github.registryclient.cleanup {
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires re2j;
    requires transitive io.github.registryclient.api;
    requires static org.immutables.value.annotations;
    requires static org.jspecify;

    exports io.github.registryclient.cleanup;
    exports io.github.registryclient.cleanup.age;
    exports io.github.registryclient.cleanup.apply;
    exports io.github.registryclient.cleanup.graph;
    exports io.github.registryclient.cleanup.journal;
    exports io.github.registryclient.cleanup.judge;
    exports io.github.registryclient.cleanup.plan;
    exports io.github.registryclient.cleanup.policy;
    exports io.github.registryclient.cleanup.report;
    exports io.github.registryclient.cleanup.store;
    exports io.github.registryclient.cleanup.undo;
    exports io.github.registryclient.cleanup.use;
    exports io.github.registryclient.cleanup.version;
}
