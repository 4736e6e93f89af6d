package io.github.registryclient.internal;

/**
 * Makes the client's daemon threads. They outlive the call that happened to need them first, so they keep neither its class
 * loader nor its inheritable thread locals: those would hold a whole application that was undeployed.
 */
public final class OwnThreads {
    private OwnThreads() {}

    /**
     * Makes a thread.
     *
     * @param task what it runs
     * @param name its name
     * @return the thread, not started
     */
    public static Thread create(Runnable task, String name) {
        Thread thread = new Thread(null, task, name, 0, false);
        thread.setContextClassLoader(OwnThreads.class.getClassLoader());
        thread.setDaemon(true);
        return thread;
    }
}
