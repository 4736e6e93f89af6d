package io.github.registryclient.testkit.registry.admission;

import io.github.registryclient.testkit.tokenserver.TokenServer;

/** What a token server's users may do where a registry asks for their passwords itself. */
final class TokenRights {
    private final TokenServer server;

    TokenRights(TokenServer server) {
        this.server = server;
    }

    /** Whether everybody may pull it. */
    boolean isPublic(String repository) {
        return !server.grantedToAll("repository:" + repository + ":pull").isEmpty();
    }

    /** Takes a user's password where there is no token. */
    Door orPassword(Door tokens) {
        Door passwords = new PasswordDoor(server::accepts, this::cover);
        return (authorization, needed) -> {
            CredentialCheck verdict = passwords.judge(authorization, needed);
            return verdict == CredentialCheck.MISSING ? tokens.judge(authorization, needed) : verdict;
        };
    }

    private boolean cover(String user, Needed needed) {
        return needed.scopes().stream()
                .allMatch(scope -> server.granted(user, scope.toString()).containsAll(scope.actions()));
    }
}
