package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.testkit.http.Handler;
import io.github.registryclient.testkit.registry.store.Store;

/** Puts a handler around another one, so that requests or answers change on their way. */
interface Decorator {
    /** A handler that asks the inner one for what it leaves as it is. */
    Handler around(Handler inner, Store store);
}
