package io.github.registryclient.tests.arrows;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.JavaTypeVariable;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.stream.Stream;

/**
 * What users can see of a class names allowed and visible types only: supertypes, fields, parameters, results, failures, in all
 * their type arguments and bounds. What a public class inherits from a hidden one is seen too; the hidden one is not named.
 */
final class MentionOnly extends ArchCondition<JavaClass> {
    private final DescribedPredicate<JavaClass> allowed;

    MentionOnly(DescribedPredicate<JavaClass> allowed) {
        super("mention only visible " + allowed.getDescription());
        this.allowed = allowed;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        if (!isReachable(type)) {
            return;
        }
        judge(type, type.getName(), mentionedByDeclaration(type), events);
        type.getAllFields().stream()
                .filter(field -> allowed.test(field.getOwner()) && isVisible(field))
                .forEach(field -> judge(type, field.getFullName(), raw(field.getType()), events));
        Stream.concat(type.getAllMethods().stream(), type.getConstructors().stream())
                .filter(code -> allowed.test(code.getOwner()) && isVisible(code))
                .forEach(code -> judge(type, code.getFullName(), mentionedBy(code), events));
    }

    private static boolean isVisible(HasModifiers member) {
        return (member.getModifiers().contains(JavaModifier.PUBLIC)
                        || member.getModifiers().contains(JavaModifier.PROTECTED))
                && !member.getModifiers().contains(JavaModifier.SYNTHETIC);
    }

    private static boolean isReachable(JavaClass type) {
        return isVisible(type)
                && type.getEnclosingClass().map(MentionOnly::isReachable).orElse(true);
    }

    private static Stream<JavaClass> mentionedByDeclaration(JavaClass type) {
        Stream<JavaType> supertypes = Stream.concat(
                type.getSuperclass().stream().filter(parent -> isReachable(parent.toErasure())),
                type.getInterfaces().stream());
        return Stream.concat(supertypes.flatMap(MentionOnly::raw), bounds(type.getTypeParameters()));
    }

    private static Stream<JavaClass> mentionedBy(JavaCodeUnit code) {
        return Stream.of(
                        raw(code.getReturnType()),
                        code.getParameterTypes().stream().flatMap(MentionOnly::raw),
                        code.getThrowsClause().getTypes().stream(),
                        bounds(code.getTypeParameters()))
                .flatMap(types -> types);
    }

    private static Stream<JavaClass> raw(JavaType type) {
        return type.getAllInvolvedRawTypes().stream();
    }

    private static Stream<JavaClass> bounds(Collection<? extends JavaTypeVariable<?>> parameters) {
        return parameters.stream()
                .flatMap(parameter -> parameter.getUpperBounds().stream())
                .flatMap(MentionOnly::raw);
    }

    private void judge(JavaClass type, String where, Stream<JavaClass> mentioned, ConditionEvents events) {
        mentioned
                .map(JavaClass::getBaseComponentType)
                .filter(used -> !used.isPrimitive() && !(allowed.test(used) && isReachable(used)))
                .forEach(
                        used -> events.add(SimpleConditionEvent.violated(type, where + " mentions " + used.getName())));
    }
}
