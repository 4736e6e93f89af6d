package io.github.registryclient;

import java.util.concurrent.Executor;

/** Where the calls of an asynchronous client run: on a user's executor, or on threads of its own. */
@FunctionalInterface
interface CallExecutor extends Executor {
    /** Drops a call that will not begin. A user's executor keeps it, empty, until its turn comes. */
    default void drop(Runnable call) {}

    /** Takes no more, and ends the threads when they are done. A user's executor is the user's to end. */
    default void close() {}
}
