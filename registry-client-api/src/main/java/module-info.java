/**
 * The typed registry client API: what a registry can be asked, the values that travel, and the failures.
 *
 * <p>Nothing here opens a connection; {@code io.github.registryclient.core} implements it on the JDK's HTTP client.
 */
@org.jspecify.annotations.NullMarked
@SuppressWarnings("module") // the module that shares the internals is built after this one
module io.github.registryclient.api {
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires static org.immutables.value.annotations;
    requires static org.jspecify;

    exports io.github.registryclient;
    exports io.github.registryclient.auth;
    exports io.github.registryclient.error;
    exports io.github.registryclient.internal to
            io.github.registryclient.cleanup,
            io.github.registryclient.core;
    exports io.github.registryclient.manifest;
    exports io.github.registryclient.name;
    exports io.github.registryclient.paging;
}
