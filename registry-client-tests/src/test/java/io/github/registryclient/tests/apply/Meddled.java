package io.github.registryclient.tests.apply;

import io.github.registryclient.RegistryClient;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** A client between whose calls something happens. */
final class Meddled {
    private Meddled() {}

    /** What happens right before a call: its number from 1 on, and the call in words. */
    interface Meddler {
        void before(int number, String call) throws Exception;
    }

    static RegistryClient client(RegistryClient client, Meddler meddler) {
        return client(client.registry(), client, meddler);
    }

    /** One that says that it talks to another address, such as that behind a proxy. */
    static RegistryClient client(URI address, RegistryClient client, Meddler meddler) {
        AtomicInteger number = new AtomicInteger();
        return (RegistryClient) Proxy.newProxyInstance(
                RegistryClient.class.getClassLoader(), new Class<?>[] {RegistryClient.class}, (proxy, method, args) -> {
                    boolean asks = !method.getName().equals("registry")
                            && !method.getName().equals("close");
                    if (asks) {
                        meddler.before(
                                number.incrementAndGet(),
                                method.getName() + (args == null ? "" : Arrays.toString(args)));
                    }
                    try {
                        if (method.getName().equals("registry")) {
                            return address;
                        }
                        return method.invoke(client, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
