package io.github.registryclient.testkit.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;

/** What a client says to be by Basic authentication (RFC 7617). Immutable; its text form shows no password. */
public final class UserPassword {
    private static final String SCHEME = "basic ";

    private final String user;
    private final String password;

    private UserPassword(String user, String password) {
        this.user = user;
        this.password = password;
    }

    /** Reads the value of an {@code Authorization} header; empty if it is of another scheme or malformed. */
    public static Optional<UserPassword> parse(String authorization) {
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            String pair = new String(
                    Base64.getDecoder()
                            .decode(authorization.substring(SCHEME.length()).strip()),
                    UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new UserPassword(pair.substring(0, colon), pair.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The name. */
    public String user() {
        return user;
    }

    /** The secret, to compare and for nothing else. */
    public String password() {
        return password;
    }

    /** The name. */
    @Override
    public String toString() {
        return user;
    }
}
