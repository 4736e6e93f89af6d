package io.github.registryclient.testkit.tokenserver;

import io.github.registryclient.testkit.http.Handler;
import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** The one path of a token server: waits while it is held, answers, and remembers. */
final class TokenEndpoint implements Handler {
    static final String PATH = "/token";
    static final String QUERY_NAME = "tenant";
    static final String QUERY_VALUE = "testkit";

    private final Authorizer authorizer;
    private final List<LoggedTokenRequest> log = new CopyOnWriteArrayList<>();
    private volatile Set<TokenManner> manners = Set.of();
    private volatile Hold hold = Hold.ended();

    TokenEndpoint(Authorizer authorizer) {
        this.authorizer = authorizer;
    }

    @Override
    public Response handle(Request request) throws IOException {
        if (!request.path().equals(PATH)) {
            return Answers.text(404, "404 page not found");
        }
        if (!request.method().equals("GET") && !request.method().equals("POST")) {
            return Answers.text(405, "Method Not Allowed").header("Allow", "GET, POST");
        }
        ParsedTokenRequest parsed = ParsedTokenRequest.of(request);
        hold.pass();
        Set<TokenManner> current = manners;
        boolean astray = current.contains(TokenManner.REALM_WITH_QUERY)
                && !request.queries(QUERY_NAME).equals(List.of(QUERY_VALUE));
        Decision decision = astray
                ? Decision.refused(Answers.invalid("the realm's query is missing"))
                : authorizer.answer(parsed, current);
        log.add(new LoggedTokenRequest(parsed, decision));
        return decision.response();
    }

    List<LoggedTokenRequest> log() {
        return log;
    }

    Set<TokenManner> manners() {
        return manners;
    }

    void manners(Set<TokenManner> others) {
        manners = others;
    }

    void hold(Hold next) {
        hold = next;
    }
}
