package io.github.registryclient.testkit.registry.admission;

import io.github.registryclient.testkit.http.Handler;
import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.manner.ChallengeManner;
import io.github.registryclient.testkit.registry.ErrorCode;
import io.github.registryclient.testkit.registry.Resource;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A registry behind a door. */
final class Guarded implements Handler {
    private static final String CHALLENGE = "WWW-Authenticate";

    private final Handler inner;
    private final Door door;
    private final Challenges challenges;
    private final Predicate<String> isPublic;
    private final Set<ChallengeManner> manners;

    /** Puts a door before a handler. */
    Guarded(Handler inner, Door door, Challenges challenges, Predicate<String> isPublic, Set<ChallengeManner> manners) {
        this.inner = inner;
        this.door = door;
        this.challenges = challenges;
        this.isPublic = isPublic;
        this.manners = manners;
    }

    @Override
    public Response handle(Request request) throws IOException {
        Optional<Needed> needed = Needed.by(request, manners);
        if (needed.isEmpty()) {
            return inner.handle(request);
        }
        String authorization = request.header("Authorization").orElse("");
        CredentialCheck verdict = door.judge(authorization, needed.get());
        if (verdict == CredentialCheck.ALLOWED) {
            return allowed(request, needed.get());
        }
        if (authorization.isEmpty() && needed.get().resource() == Resource.CATALOG) {
            if (manners.contains(ChallengeManner.FILTERED_CATALOG_UNLESS_AUTHORIZED)) {
                return PublicCatalog.filtered(inner.handle(request), isPublic);
            }
            if (manners.contains(ChallengeManner.OPEN_CATALOG)) {
                return inner.handle(request);
            }
        }
        return refused(needed.get(), verdict, !authorization.isEmpty());
    }

    private Response allowed(Request request, Needed needed) throws IOException {
        Response response = inner.handle(request);
        boolean asking = manners.contains(ChallengeManner.ON_SUCCESS) && needed.resource() == Resource.SUPPORT;
        return asking ? response.header(CHALLENGE, challenges.header()) : response;
    }

    private Response refused(Needed needed, CredentialCheck verdict, boolean authorized) {
        if (verdict == CredentialCheck.INSUFFICIENT && manners.contains(ChallengeManner.FORBIDDEN)) {
            return Denials.of(403, ErrorCode.DENIED, needed);
        }
        Response response = Denials.of(401, ErrorCode.UNAUTHORIZED, needed);
        for (String value : challenges.headers(needed, verdict, authorized)) {
            response = response.header(CHALLENGE, value);
        }
        return response;
    }
}
