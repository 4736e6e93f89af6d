package io.github.registryclient.tests.arrows;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.github.registryclient.tests.Room;
import java.lang.reflect.Field;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is static is shared by all clients in a JVM, so it must not change. */
class StaticStateTest {
    @ParameterizedTest
    @EnumSource(Room.class)
    void static_fields_are_final_and_hold_nothing_that_changes(Room room) {
        List<JavaField> shared = Room.all().stream()
                .filter(room.classes())
                .flatMap(type -> type.getFields().stream())
                .filter(StaticStateTest::isStatic)
                .collect(Collectors.toList());

        assertThat(shared)
                .filteredOn(field -> !isFinal(field) || !isUnchanging(field))
                .isEmpty();
    }

    private static boolean isStatic(JavaField field) {
        return field.getModifiers().contains(JavaModifier.STATIC)
                && !field.getModifiers().contains(JavaModifier.SYNTHETIC);
    }

    private static boolean isFinal(JavaField field) {
        return field.getModifiers().contains(JavaModifier.FINAL);
    }

    private static boolean isUnchanging(JavaField shared) {
        try {
            Field field = shared.reflect();
            field.setAccessible(true);
            return Unchanging.test(field.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(shared.getFullName(), e);
        }
    }
}
