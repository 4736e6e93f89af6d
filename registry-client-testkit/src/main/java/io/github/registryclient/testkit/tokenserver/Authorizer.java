package io.github.registryclient.testkit.tokenserver;

import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.token.Scope;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides on requests for tokens: who is it, what may he do, here is the token. */
final class Authorizer {
    private final TokenSettings settings;
    private final TokenIssuer issuer;
    private final RefreshTokens refreshTokens;

    Authorizer(TokenSettings settings, TokenIssuer issuer, RefreshTokens refreshTokens) {
        this.settings = settings;
        this.issuer = issuer;
        this.refreshTokens = refreshTokens;
    }

    Decision answer(ParsedTokenRequest request, Set<TokenManner> manners) {
        Optional<Response> refusal = MannerErrors.of(request, manners);
        if (refusal.isPresent()) {
            return Decision.refused(refusal.get());
        }
        if (request.isPost()
                && (request.service().isEmpty() || request.clientId().isEmpty())) {
            return Decision.refused(Answers.invalid("service and client_id are required"));
        }
        switch (request.grant()) {
            case "anonymous":
                return manners.contains(TokenManner.ANONYMOUS_REFUSED)
                        ? Decision.refused(Answers.unauthorized())
                        : grant(request, Optional.empty(), manners);
            case "basic":
            case ParsedTokenRequest.PASSWORD:
                return grantIfProven(request, provenByPassword(request), manners);
            case ParsedTokenRequest.REFRESH_TOKEN:
                return grantIfProven(request, provenByRefreshToken(request), manners);
            default:
                return Decision.refused(Answers.invalid("grant_type must be password or refresh_token"));
        }
    }

    private Optional<String> provenByPassword(ParsedTokenRequest request) {
        return request.user()
                .filter(user ->
                        settings.accounts().accept(user, request.password().orElse("")));
    }

    private Optional<String> provenByRefreshToken(ParsedTokenRequest request) {
        return request.refreshToken().flatMap(token -> refreshTokens.user(token, service(request)));
    }

    private Decision grantIfProven(ParsedTokenRequest request, Optional<String> user, Set<TokenManner> manners) {
        return user.isPresent() ? grant(request, user, manners) : Decision.refused(Answers.unauthorized());
    }

    private Decision grant(ParsedTokenRequest request, Optional<String> user, Set<TokenManner> manners) {
        List<Scope> access = access(request, user, manners);
        String token = issuer.token(user, service(request), access, manners);
        Response answer = issuer.answer(token, request, access, refreshToken(request, user), manners);
        return Decision.granted(
                answer, user, access.stream().map(Scope::toString).collect(Collectors.toList()));
    }

    private String service(ParsedTokenRequest request) {
        return request.service().orElse(settings.service());
    }

    /** What is no scope is nothing, and what is not granted is no error. */
    private List<Scope> access(ParsedTokenRequest request, Optional<String> user, Set<TokenManner> manners) {
        long counting = manners.contains(TokenManner.ONLY_FIRST_SCOPE) ? 1 : Long.MAX_VALUE;
        return request.scopes().stream()
                .limit(manners.contains(TokenManner.NOTHING_GRANTED) ? 0 : counting)
                .flatMap(text -> Scope.parse(text).stream())
                .map(scope -> settings.accounts().granted(user, scope))
                .filter(scope -> !scope.actions().isEmpty())
                .collect(Collectors.toList());
    }

    /** Empty for none: nobody in particular gets none, and who brought one keeps it. */
    private String refreshToken(ParsedTokenRequest request, Optional<String> user) {
        if (request.grant().equals(ParsedTokenRequest.REFRESH_TOKEN)) {
            return request.refreshToken().orElse("");
        }
        return request.offline()
                ? user.map(name -> refreshTokens.create(name, service(request))).orElse("")
                : "";
    }
}
