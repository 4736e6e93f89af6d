package io.github.registryclient.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A password file with one user. */
public final class Htpasswd {
    public static final String USER = "cleaner";
    public static final String PASSWORD = "password";

    /** Of the password, cost 4. */
    private static final String BCRYPT = "$2b$04$GgdgUjxTHulY8OcZydDwqOi15xetY.epPtdVSbKCwXN6RF.9GCNxm";

    private Htpasswd() {}

    public static Path in(Path folder) throws IOException {
        return Files.writeString(folder.resolve("htpasswd"), USER + ":" + BCRYPT + "\n");
    }
}
