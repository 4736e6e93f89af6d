package io.github.registryclient.tests.plan;

import io.github.registryclient.Listing;
import io.github.registryclient.RegistryClient;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Asks a registry that does not change each question once, and says the same again, its failures too: what another policy makes of
 * the same answers needs no requests. Thread-safe.
 */
final class Remembering implements InvocationHandler {
    private final RegistryClient client;
    private final Map<List<Object>, FutureTask<Object>> answers = new ConcurrentHashMap<>();

    private Remembering(RegistryClient client) {
        this.client = client;
    }

    static RegistryClient of(RegistryClient client) {
        return (RegistryClient) Proxy.newProxyInstance(
                Remembering.class.getClassLoader(), new Class<?>[] {RegistryClient.class}, new Remembering(client));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        List<Object> question = new ArrayList<>(List.of(method));
        Collections.addAll(question, arguments == null ? new Object[0] : arguments);
        FutureTask<Object> answer =
                answers.computeIfAbsent(question, first -> new FutureTask<>(() -> ask(method, arguments)));
        answer.run();
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }

    private Object ask(Method method, Object[] arguments) throws Exception {
        try {
            Object answer = method.invoke(client, arguments);
            return answer instanceof Listing ? new Listed<>(((Listing<?>) answer).toList()) : answer;
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception ? (Exception) e.getCause() : e;
        }
    }

    /** A listing that came to its end. */
    private static final class Listed<T> implements Listing<T> {
        private final List<T> all;

        private Listed(List<T> all) {
            this.all = all;
        }

        @Override
        public Listing<T> withPageSize(int entries) {
            return this;
        }

        @Override
        public Iterable<List<T>> pages() {
            return List.of(all);
        }
    }
}
