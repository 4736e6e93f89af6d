package io.github.registryclient.testkit.registry.admission;

import io.github.registryclient.testkit.token.InvalidTokenException;
import io.github.registryclient.testkit.token.TokenVerifier;

/** Lets in whoever has a token, to do what it says. */
final class TokenDoor implements Door {
    private static final String SCHEME = "bearer ";

    private final TokenVerifier verifier;

    TokenDoor(TokenVerifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public CredentialCheck judge(String authorization, Needed needed) {
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return CredentialCheck.MISSING;
        }
        try {
            String token = authorization.substring(SCHEME.length()).strip();
            return needed.isCoveredBy(verifier.verify(token).access())
                    ? CredentialCheck.ALLOWED
                    : CredentialCheck.INSUFFICIENT;
        } catch (InvalidTokenException e) {
            return CredentialCheck.INVALID;
        }
    }
}
