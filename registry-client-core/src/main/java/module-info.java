/**
 * Implements the registry client API on the JDK's HTTP client: {@code HttpRegistryClient} is the door, {@code DockerCredentials}
 * finds credentials, {@code TlsSettings} reads certificates.
 */
@org.jspecify.annotations.NullMarked
module io.github.registryclient.core {
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires transitive io.github.registryclient.api;
    requires transitive java.net.http;
    requires static org.immutables.value.annotations;
    requires static org.jspecify;

    exports io.github.registryclient.docker;
    exports io.github.registryclient.http;
    exports io.github.registryclient.http.time;
    exports io.github.registryclient.http.event;
    exports io.github.registryclient.tls;
}
