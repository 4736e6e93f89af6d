package io.github.registryclient.testkit.tokenserver;

import io.github.registryclient.testkit.http.Response;
import java.util.Optional;
import java.util.Set;

/** Requests that servers of some manners refuse before they look at who is asking. */
final class MannerErrors {
    private MannerErrors() {}

    static Optional<Response> of(ParsedTokenRequest request, Set<TokenManner> manners) {
        if (manners.contains(TokenManner.UNAVAILABLE)) {
            return Optional.of(Answers.text(503, "no healthy upstream"));
        }
        if (request.isPost()) {
            Optional<Response> refusal = post(manners);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        if (manners.contains(TokenManner.SERVICE_REQUIRED) && request.service().isEmpty()) {
            return Optional.of(Answers.invalid("service is missing"));
        }
        return request.scopes().stream()
                .filter(scope -> refusesScope(scope, manners))
                .map(scope -> Answers.invalid("Unable to decode repository and actions: " + scope))
                .findFirst();
    }

    private static Optional<Response> post(Set<TokenManner> manners) {
        if (manners.contains(TokenManner.POST_NOT_FOUND)) {
            return Optional.of(Answers.text(404, "404 page not found"));
        }
        if (manners.contains(TokenManner.POST_NOT_ALLOWED)) {
            return Optional.of(Answers.text(405, "Method Not Allowed").header("Allow", "GET"));
        }
        if (manners.contains(TokenManner.POST_UNAUTHORIZED)) {
            return Optional.of(Answers.unauthorized());
        }
        return manners.contains(TokenManner.POST_BAD_REQUEST)
                ? Optional.of(Answers.invalid("the form is not understood"))
                : Optional.empty();
    }

    private static boolean refusesScope(String scope, Set<TokenManner> manners) {
        return manners.contains(TokenManner.DELETE_SCOPE_REFUSED) && scope.matches("repository:.*[:,]delete(,.*)?")
                || manners.contains(TokenManner.CATALOG_SCOPE_REFUSED) && !scope.startsWith("repository:");
    }
}
