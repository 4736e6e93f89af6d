package io.github.registryclient.tests.arrows;

import com.fasterxml.jackson.core.TokenStreamFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.github.registryclient.tests.Room;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells values that never change from those that may. */
final class Unchanging {
    /** Immutable, or safe to share once built (Jackson's, by its documentation). */
    private static final List<Class<?>> KNOWN = List.of(
            String.class,
            Number.class,
            Boolean.class,
            Character.class,
            Enum.class,
            Class.class,
            Pattern.class,
            com.google.re2j.Pattern.class,
            URI.class,
            Path.class,
            Charset.class,
            System.Logger.class,
            ObjectMapper.class,
            ObjectReader.class,
            ObjectWriter.class,
            TokenStreamFactory.class);

    private Unchanging() {}

    static boolean test(Object value) {
        if (value == null) {
            return true;
        }
        String type = value.getClass().getName();
        if (type.startsWith("java.util.concurrent.atomic.")) {
            return false; // some of them are numbers
        }
        if (type.startsWith("java.time.") || KNOWN.stream().anyMatch(known -> known.isInstance(value))) {
            return true;
        }
        if (value instanceof Optional) {
            return test(((Optional<?>) value).orElse(null));
        }
        if (type.matches("java\\.util\\.(ImmutableCollections\\$|Collections\\$(Unmodifiable|Empty|Singleton)).*")) {
            return areUnchanging(value);
        }
        if (value.getClass().isArray()) {
            return Array.getLength(value) == 0;
        }
        return type.startsWith(Room.ROOT + ".") && isFrozen(value);
    }

    private static boolean areUnchanging(Object collection) {
        if (collection instanceof Map) {
            Map<?, ?> map = (Map<?, ?>) collection;
            return map.keySet().stream().allMatch(Unchanging::test)
                    && map.values().stream().allMatch(Unchanging::test);
        }
        return !(collection instanceof Collection)
                || ((Collection<?>) collection).stream().allMatch(Unchanging::test);
    }

    /** One of ours, or a lambda of ours: all its fields are final and hold what does not change. */
    private static boolean isFrozen(Object value) {
        for (Class<?> type = value.getClass(); type != Object.class; type = type.getSuperclass()) {
            boolean frozen = Arrays.stream(type.getDeclaredFields())
                    .filter(field -> !Modifier.isStatic(field.getModifiers()))
                    .allMatch(field -> Modifier.isFinal(field.getModifiers()) && test(read(field, value)));
            if (!frozen) {
                return false;
            }
        }
        return true;
    }

    private static Object read(Field field, Object owner) {
        try {
            field.setAccessible(true);
            return field.get(owner);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field.toString(), e);
        }
    }
}
