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
    public Verdict judge(String authorization, Needed needed) {
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Verdict.MISSING;
        }
        try {
            String token = authorization.substring(SCHEME.length()).strip();
            return needed.isCoveredBy(verifier.verify(token).access()) ? Verdict.ALLOWED : Verdict.INSUFFICIENT;
        } catch (InvalidTokenException e) {
            return Verdict.INVALID;
        }
    }
}
