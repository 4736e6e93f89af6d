package io.github.registryclient.testkit.token;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;

/** Decides which tokens count: those of one issuer for one service, signed with one key, now. Thread-safe. */
public final class TokenVerifier {
    private final String issuer;
    private final String service;
    private final PublicKey key;
    private final Clock clock;

    /** Counts tokens of this issuer for this service. */
    public TokenVerifier(String issuer, String service, PublicKey key, Clock clock) {
        this.issuer = issuer;
        this.service = service;
        this.key = key;
        this.clock = clock;
    }

    /** What a token says, if it counts. */
    public Claims verify(String token) throws InvalidTokenException {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            throw new InvalidTokenException("it has not three parts");
        }
        JsonNode header = Jose.read(parts[0]);
        if (!header.path("alg").asText().equals("ES256") || !isSigned(parts[0] + "." + parts[1], parts[2])) {
            throw new InvalidTokenException("it is not signed with the issuer's key");
        }
        Claims claims = Claims.read(Jose.read(parts[1]));
        requireOurs(claims);
        requireCurrent(claims);
        return claims;
    }

    private boolean isSigned(String content, String signature) throws InvalidTokenException {
        try {
            Signature verification = Signature.getInstance(SigningKey.SIGNATURE);
            verification.initVerify(key);
            verification.update(Jose.ascii(content));
            return verification.verify(Jose.decode(signature));
        } catch (GeneralSecurityException e) {
            return false; // not even a signature of this kind
        }
    }

    private void requireOurs(Claims claims) throws InvalidTokenException {
        if (!claims.issuer().equals(issuer)) {
            throw new InvalidTokenException("another issuer");
        }
        if (!claims.audience().equals(service)) {
            throw new InvalidTokenException("for another service");
        }
    }

    /** To the second: distribution tolerates a minute more on both sides, which would hide a client that is late. */
    private void requireCurrent(Claims claims) throws InvalidTokenException {
        Instant now = clock.instant();
        if (!now.isBefore(claims.expires())) {
            throw new InvalidTokenException("it has expired");
        }
        if (now.isBefore(claims.notBefore())) {
            throw new InvalidTokenException("it does not count yet");
        }
    }
}
