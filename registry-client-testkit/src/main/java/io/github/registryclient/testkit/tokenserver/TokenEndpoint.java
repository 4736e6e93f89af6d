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

    private final TokenDesk desk;
    private final List<TokenRequest> log = new CopyOnWriteArrayList<>();
    private volatile Set<TokenManner> manners = Set.of();
    private volatile Hold hold = Hold.ended();

    TokenEndpoint(TokenDesk desk) {
        this.desk = desk;
    }

    @Override
    public Response handle(Request request) throws IOException {
        if (!request.path().equals(PATH)) {
            return Answers.text(404, "404 page not found");
        }
        if (!request.method().equals("GET") && !request.method().equals("POST")) {
            return Answers.text(405, "Method Not Allowed").header("Allow", "GET, POST");
        }
        TokenQuestion question = TokenQuestion.of(request);
        hold.pass();
        Set<TokenManner> current = manners;
        boolean astray = current.contains(TokenManner.REALM_WITH_QUERY)
                && !request.queries(QUERY_NAME).equals(List.of(QUERY_VALUE));
        Outcome outcome = astray
                ? Outcome.refused(Answers.invalid("the realm's query is missing"))
                : desk.answer(question, current);
        log.add(new TokenRequest(question, outcome));
        return outcome.response();
    }

    List<TokenRequest> log() {
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
