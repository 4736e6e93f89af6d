package io.github.registryclient.tests.arrows;

import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;

/** Conditions on the methods that a class calls. */
final class Calls {
    private Calls() {}

    /** Calls one of the methods, named by a regular expression, on that type or one below it. */
    static ArchCondition<JavaClass> call(Class<?> owner, String methods) {
        DescribedPredicate<JavaAccess<?>> target = DescribedPredicate.describe(
                owner.getSimpleName() + "." + methods + "()",
                call -> call.getTargetOwner().isAssignableTo(owner)
                        && call.getTarget().getName().matches(methods));
        return callMethodWhere(target.forSubtype());
    }
}
