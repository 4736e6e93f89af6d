/**
 * What tests of registry clients need: an embedded registry, real registries started and filled, images made without any
 * client's codec, a network that is slow on purpose, and the contract that every client fulfils on every registry.
 *
 * <p>{@link io.github.registryclient.testkit} has the embedded registry and a map of all rooms. Types of exported packages show
 * none of the others, so that what is behind them may change.
 *
 * <p>JUnit is needed only by {@code io.github.registryclient.testkit.contract} and {@code io.github.registryclient.testkit.junit}.
 */
@org.jspecify.annotations.NullMarked
module io.github.registryclient.testkit {
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires io.github.registryclient.api;
    requires java.net.http;
    requires static org.jspecify;
    requires static org.junit.jupiter.api;

    exports io.github.registryclient.testkit;
    exports io.github.registryclient.testkit.contract;
    exports io.github.registryclient.testkit.fault;
    exports io.github.registryclient.testkit.junit;
    exports io.github.registryclient.testkit.manner;
    exports io.github.registryclient.testkit.net;
    exports io.github.registryclient.testkit.process;
    exports io.github.registryclient.testkit.sample;
    exports io.github.registryclient.testkit.tls;
    exports io.github.registryclient.testkit.tokenserver;
    exports io.github.registryclient.testkit.traffic;

    // JUnit calls the contract's tests, which stand in package-private interfaces.
    opens io.github.registryclient.testkit.contract;
}
