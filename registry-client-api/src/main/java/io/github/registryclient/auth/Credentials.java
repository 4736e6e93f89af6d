package io.github.registryclient.auth;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.internal.Excerpt;
import java.util.Objects;

/**
 * One account's credentials: none, or user name and password. Immutable; {@link #toString} never shows the secret.
 *
 * <p>A JVM cannot wipe a secret reliably, so it is kept as text and merely never printed, logged or put into an exception.
 */
public final class Credentials {
    private static final Credentials ANONYMOUS = new Credentials("", "");

    private final String username;
    private final String password;

    private Credentials(String username, String password) {
        this.username = username;
        this.password = password;
    }

    /**
     * No credentials: what the registry shows to everybody.
     *
     * @return the anonymous credentials
     */
    public static Credentials anonymous() {
        return ANONYMOUS;
    }

    /**
     * User name and password; a personal access token usually counts as a password.
     *
     * @param username the user, not empty, without a colon (RFC 7617)
     * @param password the secret, not empty
     * @return the credentials
     * @throws InvalidInputException if one is empty or has control characters, or the user name holds a colon
     */
    public static Credentials basic(String username, String password) {
        if (username.isEmpty() || username.indexOf(':') >= 0 || hasControl(username)) {
            throw new InvalidInputException(
                    "invalid user name: it must not be empty and must not hold a colon or control characters");
        }
        if (password.isEmpty() || hasControl(password)) {
            throw new InvalidInputException(
                    "invalid password for user " + Excerpt.of(username) + ": it is empty or holds control characters"
                            + " (perhaps the line end of the file that it was read from)");
        }
        return new Credentials(username, password);
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    /**
     * Whether there are none.
     *
     * @return true for {@link #anonymous()}
     */
    public boolean isAnonymous() {
        return username.isEmpty();
    }

    /**
     * The user name.
     *
     * @return empty for {@link #anonymous()}
     */
    public String username() {
        return username;
    }

    /**
     * The secret; for the code that sends it, for nothing else.
     *
     * @return the password, empty for {@link #anonymous()}
     */
    public String password() {
        return password;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Credentials
                && ((Credentials) other).username.equals(username)
                && ((Credentials) other).password.equals(password);
    }

    @Override
    public int hashCode() {
        return Objects.hash(username, password);
    }

    /**
     * The user name, and that a password is there.
     *
     * @return a text without the secret
     */
    @Override
    public String toString() {
        return isAnonymous() ? "anonymous" : Excerpt.of(username) + ":***";
    }
}
