package io.github.registryclient.tests.modules;

import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.manifest.MediaTypes;
import io.github.registryclient.name.Digest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Runs in a JVM of its own, from the class path, against the library as named modules; prints what it saw. */
public final class ModuleConsumer {
    private ModuleConsumer() {}

    /** Uses what needs JSON, generated values and resources. */
    public static void main(String[] args) throws Exception {
        byte[] index = "{\"schemaVersion\":2,\"manifests\":[]}".getBytes(StandardCharsets.UTF_8);
        Manifest manifest = Manifest.parse(MediaTypes.OCI_INDEX, index);
        print("digest", manifest.digest().toString());
        print("api", Digest.class.getModule().toString());
        for (String type : args) {
            print(type, Class.forName(type).getModule().toString());
        }
        print(
                "optional",
                String.valueOf(isPresent("org.jspecify.annotations.NullMarked", "org.immutables.value.Value")));
        print("internal", reach("io.github.registryclient.internal.Excerpt", "of", "text"));
    }

    private static boolean isPresent(String... types) {
        return Stream.of(types).anyMatch(type -> {
            try {
                Class.forName(type);
                return true;
            } catch (ClassNotFoundException e) {
                return false;
            }
        });
    }

    private static String reach(String type, String method, String argument) throws Exception {
        try {
            return "reached "
                    + Class.forName(type).getMethod(method, String.class).invoke(null, argument);
        } catch (IllegalAccessException e) {
            return "closed";
        }
    }

    private static void print(String name, String value) {
        System.out.println(name + "=" + value);
    }
}
