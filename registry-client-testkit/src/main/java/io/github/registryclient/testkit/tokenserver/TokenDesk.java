package io.github.registryclient.testkit.tokenserver;

import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.token.Scope;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers questions for tokens: who is it, what may he do, here is the token. */
final class TokenDesk {
    private final TokenSettings settings;
    private final TokenIssuer issuer;
    private final RefreshTokens refreshTokens;

    TokenDesk(TokenSettings settings, TokenIssuer issuer, RefreshTokens refreshTokens) {
        this.settings = settings;
        this.issuer = issuer;
        this.refreshTokens = refreshTokens;
    }

    Outcome answer(TokenQuestion question, Set<TokenManner> manners) {
        Optional<Response> refusal = MannerRefusals.of(question, manners);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        if (question.isPost()
                && (question.service().isEmpty() || question.clientId().isEmpty())) {
            return Outcome.refused(Answers.invalid("service and client_id are required"));
        }
        switch (question.grant()) {
            case "anonymous":
                return manners.contains(TokenManner.ANONYMOUS_REFUSED)
                        ? Outcome.refused(Answers.unauthorized())
                        : grant(question, Optional.empty(), manners);
            case "basic":
            case TokenQuestion.PASSWORD:
                return grantIfProven(question, provenByPassword(question), manners);
            case TokenQuestion.REFRESH_TOKEN:
                return grantIfProven(question, provenByRefreshToken(question), manners);
            default:
                return Outcome.refused(Answers.invalid("grant_type must be password or refresh_token"));
        }
    }

    private Optional<String> provenByPassword(TokenQuestion question) {
        return question.user()
                .filter(user ->
                        settings.accounts().accept(user, question.password().orElse("")));
    }

    private Optional<String> provenByRefreshToken(TokenQuestion question) {
        return question.refreshToken().flatMap(token -> refreshTokens.user(token, service(question)));
    }

    private Outcome grantIfProven(TokenQuestion question, Optional<String> user, Set<TokenManner> manners) {
        return user.isPresent() ? grant(question, user, manners) : Outcome.refused(Answers.unauthorized());
    }

    private Outcome grant(TokenQuestion question, Optional<String> user, Set<TokenManner> manners) {
        List<Scope> access = access(question, user, manners);
        String token = issuer.token(user, service(question), access, manners);
        Response answer = issuer.answer(token, question, access, refreshToken(question, user), manners);
        return Outcome.granted(
                answer, user, access.stream().map(Scope::toString).collect(Collectors.toList()));
    }

    private String service(TokenQuestion question) {
        return question.service().orElse(settings.service());
    }

    /** What is no scope is nothing, and what is not granted is no error. */
    private List<Scope> access(TokenQuestion question, Optional<String> user, Set<TokenManner> manners) {
        long counting = manners.contains(TokenManner.ONLY_FIRST_SCOPE) ? 1 : Long.MAX_VALUE;
        return question.scopes().stream()
                .limit(manners.contains(TokenManner.NOTHING_GRANTED) ? 0 : counting)
                .flatMap(text -> Scope.parse(text).stream())
                .map(scope -> settings.accounts().granted(user, scope))
                .filter(scope -> !scope.actions().isEmpty())
                .collect(Collectors.toList());
    }

    /** Empty for none: nobody in particular gets none, and who brought one keeps it. */
    private String refreshToken(TokenQuestion question, Optional<String> user) {
        if (question.grant().equals(TokenQuestion.REFRESH_TOKEN)) {
            return question.refreshToken().orElse("");
        }
        return question.offline()
                ? user.map(name -> refreshTokens.create(name, service(question)))
                        .orElse("")
                : "";
    }
}
