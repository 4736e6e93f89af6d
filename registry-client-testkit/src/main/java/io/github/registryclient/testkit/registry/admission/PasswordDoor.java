package io.github.registryclient.testkit.registry.admission;

import io.github.registryclient.testkit.token.UserPassword;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Lets in whoever has a user's password, to do what that user may. */
final class PasswordDoor implements Door {
    private final BiPredicate<String, String> passwords;
    private final BiPredicate<String, Needed> rights;

    PasswordDoor(BiPredicate<String, String> passwords, BiPredicate<String, Needed> rights) {
        this.passwords = passwords;
        this.rights = rights;
    }

    @Override
    public CredentialCheck judge(String authorization, Needed needed) {
        Optional<UserPassword> credentials = UserPassword.parse(authorization);
        if (credentials.isEmpty()) {
            return CredentialCheck.MISSING;
        }
        String user = credentials.get().user();
        if (!passwords.test(user, credentials.get().password())) {
            return CredentialCheck.INVALID;
        }
        return rights.test(user, needed) ? CredentialCheck.ALLOWED : CredentialCheck.INSUFFICIENT;
    }
}
