package io.github.registryclient.testkit.registry.admission;

import io.github.registryclient.testkit.http.Handler;
import io.github.registryclient.testkit.manner.ChallengeManner;
import io.github.registryclient.testkit.manner.Manners;
import io.github.registryclient.testkit.token.Accounts;
import io.github.registryclient.testkit.token.TokenVerifier;
import io.github.registryclient.testkit.tokenserver.TokenServer;
import java.util.Set;

/** Whom a registry lets in. */
@FunctionalInterface
public interface Admission {
    /** What stands before a registry, in a server's manners. */
    Handler around(Handler registry, Manners manners);

    /** Lets everybody do everything. */
    static Admission open() {
        return (registry, manners) -> registry;
    }

    /** Lets users do everything, with their passwords: what distribution calls {@code htpasswd}. */
    static Admission passwords(String realm, Accounts users) {
        return (registry, manners) -> {
            Set<ChallengeManner> asking = ChallengeManners.of(manners);
            Door door = new PasswordDoor(users::accept, (user, needed) -> true);
            return new Guarded(registry, door, Challenges.basic(realm, asking), name -> false, asking);
        };
    }

    /** Lets those in who have tokens of this server, to do what these say. */
    static Admission tokens(TokenServer server) {
        return (registry, manners) -> {
            Set<ChallengeManner> asking = ChallengeManners.of(manners);
            TokenRights rights = new TokenRights(server);
            Door door = new TokenDoor(
                    new TokenVerifier(server.issuer(), server.service(), server.publicKey(), server.clock()));
            return new Guarded(
                    registry,
                    Challenges.acceptBasic(asking) ? rights.orPassword(door) : door,
                    Challenges.bearer(server::realm, server.service(), asking),
                    rights::isPublic,
                    asking);
        };
    }
}
