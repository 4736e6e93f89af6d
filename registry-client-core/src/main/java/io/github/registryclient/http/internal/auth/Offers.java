package io.github.registryclient.http.internal.auth;

import java.util.List;
import java.util.Optional;

/** The challenges of one answer: how the registry offers to be convinced. Immutable. */
final class Offers {
    static final Offers NONE = new Offers(List.of(), List.of());

    private final List<String> headers;
    private final List<Challenge> challenges;

    private Offers(List<String> headers, List<Challenge> challenges) {
        this.headers = headers;
        this.challenges = challenges;
    }

    static Offers of(List<String> headers) {
        return headers.isEmpty() ? NONE : new Offers(headers, ChallengeParser.parse(headers));
    }

    /** Whether they stood in these very headers. */
    boolean stoodIn(List<String> others) {
        return headers.equals(others);
    }

    boolean isEmpty() {
        return challenges.isEmpty();
    }

    boolean hasBasic() {
        return challenges.stream().anyMatch(Challenge::isBasic);
    }

    boolean hasBearer() {
        return challenges.stream().anyMatch(Challenge::isBearer);
    }

    /** The first of a scheme, whose name is in lower case. */
    Optional<Challenge> challenge(String scheme) {
        return challenges.stream().filter(challenge -> challenge.isOf(scheme)).findFirst();
    }

    /** The first challenge that says where a token is to be had. */
    Optional<Challenge> bearer() {
        return challenges.stream()
                .filter(challenge ->
                        challenge.isBearer() && challenge.parameter("realm").isPresent())
                .findFirst();
    }

    /** Whether one of them can be answered with a password or a token. */
    boolean isUsable() {
        return hasBasic() || bearer().isPresent();
    }

    Scopes scopes() {
        return bearer().flatMap(challenge -> challenge.parameter("scope"))
                .map(Scopes::parse)
                .orElse(Scopes.NONE);
    }

    boolean isAboutScope() {
        return challenges.stream()
                .filter(Challenge::isBearer)
                .anyMatch(challenge -> challenge
                        .parameter("error")
                        .filter("insufficient_scope"::equalsIgnoreCase)
                        .isPresent());
    }
}
