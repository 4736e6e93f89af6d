package io.github.registryclient.testkit.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.registryclient.testkit.http.Cut;
import io.github.registryclient.testkit.http.Delivery;
import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/** Answers in the registry's place. */
final class Refusing {
    private static final int UNAUTHORIZED = 401;
    private static final int INTERNAL_SERVER_ERROR = 500;
    private static final int YEAR_SECONDS = 31_557_600;
    private static final List<Integer> REPLACED = List.of(500, 502, 504);
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final List<String> CHALLENGES = List.of(
            "Basic realm=\"gateway\"",
            "Basic",
            "Bearer",
            "Bearer realm=\"http://127.0.0.1:9/token\",service=\"gateway\"",
            "Bearer realm=\"/token\"",
            "Bearer realm=\"::::\",scope=,,=",
            "Negotiate",
            "=\"\\",
            "");

    private final SplittableRandom random;
    private final Clock clock;

    Refusing(SplittableRandom random, Clock clock) {
        this.random = random;
        this.clock = clock;
    }

    /** What the client gets, without the registry having heard of it. */
    Response answer(FaultKind kind, Request request) {
        switch (kind) {
            case REQUEST_CUT:
                return nothing();
            case UNAUTHORIZED:
                return challenge(page(UNAUTHORIZED, request));
            case FORBIDDEN:
                return page(403, request);
            case REQUEST_TIMEOUT:
                return page(408, request).header("Connection", "close");
            case TOO_MANY_REQUESTS:
                return wait(page(429, request));
            case UNAVAILABLE:
                return wait(page(503, request));
            case BAD_GATEWAY:
                return page(502, request);
            case GATEWAY_TIMEOUT:
                return page(504, request);
            case SERVER_ERROR:
                return page(INTERNAL_SERVER_ERROR, request);
            default:
                throw new IllegalArgumentException(kind + " is no answer");
        }
    }

    /** What the client gets although the registry has done it. */
    Response replacement(Request request) {
        return page(pick(REPLACED), request);
    }

    private Response nothing() {
        return Response.of(INTERNAL_SERVER_ERROR)
                .delivery(Delivery.honest().cutBeforeHead(random.nextBoolean() ? Cut.CLOSE : Cut.RESET));
    }

    /** As a registry, a gateway or a talkative debugging page says it. */
    private Response page(int status, Request request) {
        switch (random.nextInt(4)) {
            case 0:
                return Response.of(status);
            case 1:
                return text(
                        status,
                        "text/html",
                        "<html><head><title>" + status + "</title></head><body><h1>gateway</h1></body></html>");
            case 2:
                Optional<String> sent = request.header("Authorization");
                return text(status, "text/plain", request + "\nAuthorization: " + sent.orElse("none"));
            default:
                return text(
                        status,
                        "application/json",
                        "{\"errors\":[{\"code\":\"GATEWAY\",\"message\":\"not now\",\"detail\":null}]}");
        }
    }

    private static Response text(int status, String type, String text) {
        return Response.of(status).header("Content-Type", type).body(text.getBytes(UTF_8));
    }

    private Response challenge(Response response) {
        int choice = random.nextInt(CHALLENGES.size() + 1);
        return choice == CHALLENGES.size() ? response : response.header("WWW-Authenticate", CHALLENGES.get(choice));
    }

    private Response wait(Response response) {
        return retryAfter().map(value -> response.header("Retry-After", value)).orElse(response);
    }

    private Optional<String> retryAfter() {
        Instant now = clock.instant();
        switch (random.nextInt(10)) {
            case 0:
            case 1:
                return Optional.empty();
            case 2:
                return Optional.of(Integer.toString(random.nextInt(3)));
            case 3:
                return Optional.of(Integer.toString(random.nextInt(60, 86_400)));
            case 4:
                return Optional.of(HTTP_DATE.format(now.plusSeconds(random.nextInt(90))));
            case 5:
                return Optional.of(HTTP_DATE.format(now.minusSeconds(random.nextInt(YEAR_SECONDS))));
            case 6:
                return Optional.of(HTTP_DATE.format(now.plusSeconds(random.nextInt(YEAR_SECONDS))));
            case 7:
                return Optional.of("99999999999999999999999");
            case 8:
                return Optional.of("-" + random.nextInt(100));
            default:
                return Optional.of(pick(List.of("soon", "", "1.5", "1 2", "Mon, 99 Foo 2020 25:61:61 GMT", "0x10")));
        }
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
