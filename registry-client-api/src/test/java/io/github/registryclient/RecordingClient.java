package io.github.registryclient;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;

/** A client that does nothing but write down what it was asked, as {@code name[arguments]}. */
final class RecordingClient implements InvocationHandler {
    private static final Map<Class<?>, Object> EMPTY = Map.of(
            boolean.class, true,
            Optional.class, Optional.empty(),
            OptionalLong.class, OptionalLong.of(7));

    private final List<String> asked = new CopyOnWriteArrayList<>();

    static RegistryClient idle() {
        return new RecordingClient().client();
    }

    RegistryClient client() {
        return (RegistryClient)
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {RegistryClient.class}, this);
    }

    List<String> asked() {
        return asked;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) {
        if (method.getName().equals("toString")) {
            return "registry at nowhere";
        }
        asked.add(method.getName() + Arrays.toString(arguments));
        return method.getReturnType() == Listing.class ? new NoEntries() : EMPTY.get(method.getReturnType());
    }

    private static final class NoEntries implements Listing<Object> {
        @Override
        public Listing<Object> withPageSize(int entries) {
            return this;
        }

        @Override
        public Iterable<List<Object>> pages() {
            return List.of();
        }
    }
}
