package io.github.registryclient.testkit.token;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Decides which tokens count: those of one issuer for one service, signed with one key, now. Thread-safe. */
public final class TokenVerifier {
    private final String issuer;
    private final String service;
    private final PublicKey key;
    private final Clock clock;
    private final Set<String> signed = Collections.newSetFromMap(Collections.synchronizedMap(new LastTokens()));

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
        if (!header.path("alg").asText().equals("ES256") || !isKnown(token) && !isSigned(parts)) {
            throw new InvalidTokenException("it is not signed with the issuer's key");
        }
        signed.add(token);
        Claims claims = Claims.read(Jose.read(parts[1]));
        requireOurs(claims);
        requireCurrent(claims);
        return claims;
    }

    /** A token comes with every request, and a signature costs more than all the rest of an answer. */
    private boolean isKnown(String token) {
        return signed.contains(token);
    }

    private boolean isSigned(String[] parts) throws InvalidTokenException {
        String content = parts[0] + "." + parts[1];
        try {
            Signature verification = Signature.getInstance(SigningKey.SIGNATURE);
            verification.initVerify(key);
            verification.update(Jose.ascii(content));
            return verification.verify(Jose.decode(parts[2]));
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

    /** Forgets the oldest. */
    private static final class LastTokens extends LinkedHashMap<String, Boolean> {
        private static final long serialVersionUID = 1L;
        private static final int LIMIT = 100;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > LIMIT;
        }
    }
}
