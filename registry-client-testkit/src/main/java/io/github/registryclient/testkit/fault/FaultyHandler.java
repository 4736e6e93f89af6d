package io.github.registryclient.testkit.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.registryclient.testkit.http.Forwarder;
import io.github.registryclient.testkit.http.Handler;
import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.traffic.LoggedRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Sends requests on, as the plan wants it, and writes down what it did. Thread-safe. */
final class FaultyHandler implements Handler {
    private static final int BAD_GATEWAY = 502;

    private final FaultPlan plan;
    private final Forwarder registry;
    private final Positions positions = new Positions();
    private final List<ProxiedRequest> log = new ArrayList<>();
    private final AtomicInteger underWay = new AtomicInteger();

    FaultyHandler(FaultPlan plan, Forwarder registry) {
        this.plan = plan;
        this.registry = registry;
    }

    @Override
    public Response handle(Request request) throws IOException {
        underWay.incrementAndGet();
        try {
            byte[] body = request.body().readAllBytes();
            int number = positions.next(request.method(), request.target());
            Exchange exchange = new Exchange(request, body, number);
            try {
                return exchange.run();
            } finally {
                add(exchange.written());
            }
        } finally {
            underWay.decrementAndGet();
        }
    }

    /** Those that were answered, in that order. */
    List<ProxiedRequest> log() {
        synchronized (log) {
            return List.copyOf(log);
        }
    }

    private void add(ProxiedRequest request) {
        synchronized (log) {
            log.add(request);
        }
    }

    /** How many requests are between their arrival and the first byte of their answer. */
    int underWay() {
        return underWay.get();
    }

    /** One request and its answer. */
    private final class Exchange {
        private final Request request;
        private final byte[] body;
        private final int number;
        private final Fate fate;
        private boolean forwarded;
        private OptionalInt registryStatus = OptionalInt.empty();
        private Optional<Response> answer = Optional.empty();

        private Exchange(Request request, byte[] body, int number) {
            this.request = request;
            this.body = body;
            this.number = number;
            this.fate = plan.fate(request.method(), request.target(), number);
        }

        private Response run() throws IOException {
            fate.happenings().forEach(Happening::happen);
            Response response = fate.kind().isPresent() ? spoilt(fate.kind().get()) : forward(request);
            answer = Optional.of(response);
            return response;
        }

        private Response spoilt(FaultKind kind) throws IOException {
            Refusing refusing = new Refusing(fate.details(), plan.clock());
            if (!kind.reachesRegistry()) {
                return refusing.answer(kind, request);
            }
            if (kind == FaultKind.CREDENTIALS_LOST) {
                return forward(request.withHeader("Authorization", List.of()));
            }
            Response honest = forward(request);
            return kind == FaultKind.ANSWER_REPLACED
                    ? refusing.replacement(request)
                    : new Damage(fate.details(), plan.pause()).of(kind, honest);
        }

        private Response forward(Request changed) {
            forwarded = true;
            try {
                Response response = registry.forward(changed, body);
                registryStatus = OptionalInt.of(response.status());
                return response;
            } catch (IOException e) {
                return Response.of(BAD_GATEWAY)
                        .header("Content-Type", "text/plain; charset=utf-8")
                        .body(("the registry did not answer: " + e + "\n").getBytes(UTF_8));
            }
        }

        private ProxiedRequest written() {
            LoggedRequest shown = LoggedRequest.of(request.method(), request.path(), request.query(), request.headers())
                    .answered(
                            answer.map(Response::sentStatus).orElseGet(OptionalInt::empty),
                            answer.map(response -> response.delivery().toString())
                                    .orElse(""));
            List<String> events =
                    fate.happenings().stream().map(Happening::name).collect(Collectors.toList());
            return new ProxiedRequest(shown, number, fate.kind(), events, forwarded, registryStatus);
        }
    }
}
