package io.github.registryclient.http.internal.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.registryclient.http.internal.transport.Reply;
import java.util.Locale;

/** Tells a registry's own answer from that of whatever else may stand at the address: an ingress, a proxy, another service. */
final class Evidence {
    static final String API_VERSION = "Docker-Distribution-Api-Version";

    private Evidence() {}

    /**
     * Whether an error answer is a registry's, as far as one can tell: it names the API, or has an entry with a code in an
     * {@code errors} list; a number is none. A page for people never is: proxies before a registry add the header to their
     * own answers, which is also why this is no proof that something is {@linkplain Missing missing}.
     */
    static boolean isRegistrysOwn(Reply reply) {
        return !isHtml(reply) && (reply.header(API_VERSION).isPresent() || hasCode(ErrorBody.json(reply)));
    }

    private static boolean hasCode(JsonNode json) {
        JsonNode errors = json.path("errors");
        for (int i = 0; errors.isArray() && i < errors.size(); i++) {
            if (!errors.get(i).path("code").asText("").isEmpty()
                    && errors.get(i).path("code").isTextual()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the body is a page for people. */
    static boolean isHtml(Reply reply) {
        String type = reply.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        return type.startsWith("text/html")
                || reply.body().size() > 0 && reply.body().at(0) == '<';
    }
}
