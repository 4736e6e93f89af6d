package io.github.registryclient.tests.undo;

import io.github.registryclient.RegistryClient;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** A client whose process is killed at its n-th call: before it, or when it is done and nobody has heard of it. For one thread. */
public final class KilledClient {
    private final RegistryClient client;
    private int left;

    /**
     * Lives for a while.
     *
     * @param real asks the registry
     * @param calls how many are answered; the one after is not
     * @param journal gets nothing more then
     */
    public KilledClient(RegistryClient real, int calls, MemoryJournal journal) {
        this(real, calls, false, journal);
    }

    /**
     * Lives for a while.
     *
     * @param real asks the registry
     * @param calls how many are answered
     * @param done whether the call after them is carried out, and only its answer lost
     * @param journal gets nothing more then
     */
    public KilledClient(RegistryClient real, int calls, boolean done, MemoryJournal journal) {
        left = calls;
        client = (RegistryClient) Proxy.newProxyInstance(
                RegistryClient.class.getClassLoader(), new Class<?>[] {RegistryClient.class}, (proxy, method, args) -> {
                    if (method.getName().equals("registry")) {
                        return real.registry();
                    }
                    boolean last = left-- == 0;
                    if (last && !done) {
                        journal.kill();
                        throw new Killed();
                    }
                    try {
                        Object answer = method.invoke(real, args);
                        if (last) {
                            journal.kill();
                            throw new Killed();
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    public RegistryClient client() {
        return client;
    }

    /** The end of the process: no code of the library expects it. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }
}
