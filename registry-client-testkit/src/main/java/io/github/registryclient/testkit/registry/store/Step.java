package io.github.registryclient.testkit.registry.store;

import java.io.IOException;

/** Something done to a store. */
@FunctionalInterface
public interface Step<T> {
    /** Does it. */
    T run() throws IOException;
}
