package io.github.registryclient.testkit.traffic.wire;

import io.github.registryclient.testkit.http.Handler;
import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.traffic.Fault;
import io.github.registryclient.testkit.traffic.ScriptedAnswer;
import java.io.IOException;

/** What a line of a script does with a request. Immutable. */
final class Action {
    private final String text;
    private final Effect effect;

    private Action(String text, Effect effect) {
        this.text = text;
        this.effect = effect;
    }

    static Action answer(ScriptedAnswer answer) {
        Response response = Responses.of(answer);
        return new Action("answer " + answer, (request, registry) -> response);
    }

    static Action letThrough() {
        return new Action("let through", (request, registry) -> registry.handle(request));
    }

    /** Tries the fault on an empty answer, to refuse what makes no sense at once. */
    static Action letThroughBut(Fault fault) {
        ResponseTampering.check(fault);
        return new Action(
                "let through, but " + fault,
                (request, registry) -> ResponseTampering.spoil(registry.handle(request), fault));
    }

    static Action letThroughButAnswer(ScriptedAnswer answer) {
        Response response = Responses.of(answer);
        return new Action("let through, but answer " + answer, (request, registry) -> {
            registry.handle(request);
            return response;
        });
    }

    Response play(Request request, Handler registry) throws IOException {
        return effect.play(request, registry);
    }

    /** Such as {@code answer 503}. */
    @Override
    public String toString() {
        return text;
    }

    private interface Effect {
        Response play(Request request, Handler registry) throws IOException;
    }
}
