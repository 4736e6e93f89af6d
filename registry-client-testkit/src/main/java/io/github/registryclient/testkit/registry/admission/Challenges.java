package io.github.registryclient.testkit.registry.admission;

import io.github.registryclient.testkit.manner.ChallengeManner;
import io.github.registryclient.testkit.registry.Resource;
import io.github.registryclient.testkit.token.Scope;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Asks for credentials: which challenges, in which headers. */
final class Challenges {
    private static final Set<ChallengeManner> WITH_BASIC =
            Set.of(ChallengeManner.BASIC_TOO, ChallengeManner.BASIC_FIRST, ChallengeManner.JOINED);
    private static final Set<ChallengeManner> ACCEPTING_BASIC = Set.of(
            ChallengeManner.BASIC_TOO,
            ChallengeManner.BASIC_FIRST,
            ChallengeManner.JOINED,
            ChallengeManner.BASIC_ONCE_AUTHORIZED,
            ChallengeManner.BASIC_FOR_CATALOG);

    private final Optional<Supplier<URI>> realm;
    private final String name;
    private final Set<ChallengeManner> manners;

    private Challenges(Optional<Supplier<URI>> realm, String name, Set<ChallengeManner> manners) {
        this.realm = realm;
        this.name = name;
        this.manners = manners;
    }

    static Challenges basic(String realm, Set<ChallengeManner> manners) {
        return new Challenges(Optional.empty(), realm, manners);
    }

    /** For tokens; the realm is asked for each time, for a token server may change it. */
    static Challenges bearer(Supplier<URI> realm, String service, Set<ChallengeManner> manners) {
        return new Challenges(Optional.of(realm), service, manners);
    }

    static boolean acceptBasic(Set<ChallengeManner> manners) {
        return !Collections.disjoint(ACCEPTING_BASIC, manners);
    }

    /** The values of the headers of a refusal, which may be none. */
    List<String> headers(Needed needed, CredentialCheck verdict, boolean authorized) {
        if (has(ChallengeManner.ONLY_AT_ROOT) && needed.resource() != Resource.SUPPORT) {
            return List.of();
        }
        if (has(ChallengeManner.EMPTY_HEADER)) {
            return List.of("");
        }
        List<String> written = challenges(needed, verdict, authorized).stream()
                .map(challenge -> has(ChallengeManner.UNQUOTED) ? challenge.unquoted() : challenge.quoted())
                .collect(Collectors.toList());
        return has(ChallengeManner.JOINED) ? List.of(String.join(", ", written)) : written;
    }

    /** The value of the header that comes with a 200, which says only where to ask. */
    String header() {
        return realm.map(uri -> Challenge.of("Bearer").with("realm", uri.get().toString()))
                .orElseGet(this::basic)
                .unquoted();
    }

    private List<Challenge> challenges(Needed needed, CredentialCheck verdict, boolean authorized) {
        boolean onlyBasic = realm.isEmpty()
                || has(ChallengeManner.BASIC_ONCE_AUTHORIZED) && authorized
                || has(ChallengeManner.BASIC_FOR_CATALOG) && needed.resource() == Resource.CATALOG;
        if (onlyBasic) {
            return List.of(basic());
        }
        List<Challenge> all = new ArrayList<>(List.of(bearer(realm.orElseThrow().get(), needed, verdict)));
        if (!Collections.disjoint(WITH_BASIC, manners)) {
            all.add(has(ChallengeManner.BASIC_FIRST) ? 0 : 1, basic());
        }
        return all;
    }

    private Challenge basic() {
        Challenge basic = Challenge.of("Basic");
        return has(ChallengeManner.BASIC_WITHOUT_REALM) ? basic : basic.with("realm", name);
    }

    private Challenge bearer(URI uri, Needed needed, CredentialCheck verdict) {
        Challenge bearer = Challenge.of("Bearer").with("realm", uri.toString());
        if (!has(ChallengeManner.NO_SERVICE)) {
            bearer = bearer.with("service", name);
        }
        Optional<String> scope = scope(needed);
        if (scope.isPresent()) {
            bearer = bearer.with("scope", scope.get());
        }
        switch (verdict) {
            case INVALID:
                return bearer.with("error", "invalid_token");
            case INSUFFICIENT:
                return bearer.with("error", "insufficient_scope");
            default:
                return bearer;
        }
    }

    private Optional<String> scope(Needed needed) {
        if (has(ChallengeManner.STAR_SCOPE)) {
            return Optional.of("*");
        }
        if (has(ChallengeManner.NO_SCOPE)) {
            return Optional.empty();
        }
        String scopes = needed.scopes().stream().map(Scope::toString).collect(Collectors.joining(" "));
        return scopes.isEmpty() && !has(ChallengeManner.EMPTY_SCOPE) ? Optional.empty() : Optional.of(scopes);
    }

    private boolean has(ChallengeManner manner) {
        return manners.contains(manner);
    }
}
