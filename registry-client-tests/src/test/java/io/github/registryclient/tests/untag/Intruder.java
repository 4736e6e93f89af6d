package io.github.registryclient.tests.untag;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.name.Tag;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Does something of its own before the n-th call of a client. For one thread. */
final class Intruder {
    private final RegistryClient client;
    private int left;
    private boolean beforePut;

    Intruder(RegistryClient real, int calls, Runnable deed) {
        left = calls;
        client = (RegistryClient) Proxy.newProxyInstance(
                RegistryClient.class.getClassLoader(), new Class<?>[] {RegistryClient.class}, (proxy, method, args) -> {
                    if (!method.getName().equals("registry") && left-- == 0) {
                        beforePut = method.getName().equals("putManifest") && args[1] instanceof Tag;
                        deed.run();
                    }
                    try {
                        return method.invoke(real, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    RegistryClient client() {
        return client;
    }

    /** Between the last look at a tag and the PUT under it, where HTTP has no 'only if'. */
    boolean cameRightBeforePut() {
        return beforePut;
    }

    boolean came() {
        return left < 0;
    }
}
