package io.github.registryclient.tests.arrows;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** Cuts the classes of one room by package; what lies elsewhere is no slice. */
final class PackageSlices implements SliceAssignment {
    private final DescribedPredicate<JavaClass> room;

    PackageSlices(DescribedPredicate<JavaClass> room) {
        this.room = room;
    }

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
        return room.test(type) ? SliceIdentifier.of(type.getPackageName()) : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
        return "packages of " + room.getDescription();
    }
}
