package io.github.registryclient.tests;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.io.File;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A module under test, found where the class path has it: a jar, or a folder of classes. */
public enum Room {
    API,
    CORE,
    CLEANUP,
    TESTKIT,
    EXAMPLES;

    /** The package that all others lie in. */
    public static final String ROOT = "io.github.registryclient";

    /** The classes of all rooms, imported once. */
    public static JavaClasses all() {
        return Imported.ALL;
    }

    /** The name of the artifact. */
    public String artifact() {
        return "registry-client-" + shortName();
    }

    /** The name of the Java module. */
    public String moduleName() {
        return ROOT + "." + shortName();
    }

    private String shortName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The jar or folder. */
    public Path location() {
        Path artifact = Path.of(artifact());
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(entry -> contains(entry, artifact) && !entry.endsWith("test-classes"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(artifact + " is not on the class path"));
    }

    private static boolean contains(Path entry, Path name) {
        for (Path segment : entry) {
            if (segment.equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** The module's descriptor, as compiled. */
    public ModuleDescriptor descriptor() {
        return ModuleFinder.of(location()).find(moduleName()).orElseThrow().descriptor();
    }

    /** Whether a class was found here. */
    public DescribedPredicate<JavaClass> classes() {
        String prefix = canonical(root());
        return DescribedPredicate.describe(
                "classes of " + artifact(),
                type -> type.getBaseComponentType()
                        .getSource()
                        .filter(source -> canonical(source.getUri()).startsWith(prefix))
                        .isPresent());
    }

    private URI root() {
        URI place = location().toUri();
        return place.getPath().endsWith(".jar") ? URI.create("jar:" + place + "!/") : place;
    }

    /** Files are written with one slash or with three. */
    private static String canonical(URI uri) {
        return uri.toString().replace("file:///", "file:/");
    }

    private static final class Imported {
        private static final JavaClasses ALL = new ClassFileImporter()
                .importLocations(Arrays.stream(Room.values())
                        .map(room -> Location.of(room.root()))
                        .collect(Collectors.toUnmodifiableList()));
    }
}
