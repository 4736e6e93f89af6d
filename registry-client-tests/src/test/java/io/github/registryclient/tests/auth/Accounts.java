package io.github.registryclient.tests.auth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The one account that the real servers know: it owns what lies below its own name. */
final class Accounts {
    static final String USER = "contract";
    static final String PASSWORD = "s3cret";
    /** Written by {@code htpasswd -nbB}. */
    private static final String HTPASSWD = USER + ":$2y$05$xUs82dPp29ZvehAnbWUQAO3YYUkB16bWik38GKoYTHGqZgpaRoXHS\n";

    private Accounts() {}

    static Path htpasswd(Path folder) throws IOException {
        return Files.writeString(folder.resolve("htpasswd"), HTPASSWD);
    }
}
