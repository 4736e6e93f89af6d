package io.github.registryclient.testkit.traffic.wire;

import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.traffic.ScriptedAnswer;
import java.util.Map;

/** Makes answers of what a script says. */
final class Responses {
    private Responses() {}

    /** The answer, spoilt where it says so. */
    static Response of(ScriptedAnswer answer) {
        Response response = Response.of(answer.status()).body(answer.body());
        for (Map.Entry<String, String> header : answer.headers()) {
            response = response.header(header.getKey(), header.getValue());
        }
        Response honest = response;
        return answer.fault()
                .map(fault -> ResponseTampering.spoil(honest, fault))
                .orElse(honest);
    }
}
