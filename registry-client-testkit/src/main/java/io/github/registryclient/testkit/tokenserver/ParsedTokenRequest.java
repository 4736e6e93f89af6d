package io.github.registryclient.testkit.tokenserver;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.token.UserPassword;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a client wants from a token server, by GET ({@code token.md}) or by POST ({@code oauth.md}). */
final class ParsedTokenRequest {
    static final String PASSWORD = "password";
    static final String REFRESH_TOKEN = "refresh_token";

    private final String method;
    private final Form form;
    private final String authorization;

    private ParsedTokenRequest(String method, Form form, String authorization) {
        this.method = method;
        this.form = form;
        this.authorization = authorization;
    }

    static ParsedTokenRequest of(Request request) throws IOException {
        String target = request.target();
        String text = request.method().equals("POST")
                ? new String(request.body().readAllBytes(), UTF_8)
                : target.substring(target.indexOf('?') + 1);
        return new ParsedTokenRequest(
                request.method(),
                Form.parse(text),
                request.header("Authorization").orElse(""));
    }

    String method() {
        return method;
    }

    boolean isPost() {
        return method.equals("POST");
    }

    String grant() {
        if (isPost()) {
            return form.first("grant_type").orElse("");
        }
        return authorization.isEmpty() ? "anonymous" : "basic";
    }

    Optional<String> user() {
        return isPost()
                ? form.first("username")
                : UserPassword.parse(authorization).map(UserPassword::user);
    }

    /** The secret that proves the user. */
    Optional<String> password() {
        return isPost()
                ? form.first(PASSWORD)
                : UserPassword.parse(authorization).map(UserPassword::password);
    }

    Optional<String> refreshToken() {
        return form.first(REFRESH_TOKEN);
    }

    Optional<String> service() {
        return form.first("service");
    }

    Optional<String> clientId() {
        return form.first("client_id");
    }

    boolean offline() {
        return isPost()
                ? form.first("access_type").filter("offline"::equals).isPresent()
                : form.first("offline_token").filter("true"::equals).isPresent();
    }

    /** A POST has one parameter with all of them, a GET one for each. */
    List<String> scopes() {
        Stream<String> values = form.all("scope").stream();
        return (isPost() ? values.limit(1).flatMap(value -> Arrays.stream(value.split(" ", -1))) : values)
                .filter(scope -> !scope.isEmpty())
                .collect(Collectors.toUnmodifiableList());
    }
}
