package io.github.registryclient.http.internal.endpoint;

import io.github.registryclient.http.internal.transport.Reply;
import java.util.Locale;

/** Tells a registry's own answer from that of whatever else may stand at the address: an ingress, a proxy, another service. */
final class Evidence {
    static final String API_VERSION = "Docker-Distribution-Api-Version";

    private Evidence() {}

    /**
     * Whether an error answer is certainly a registry's: it names the API, or has an entry with a code in an {@code errors}
     * list. A page for people never is: proxies before a registry add the header to their own answers.
     */
    static boolean isRegistrysOwn(Reply reply) {
        return !isHtml(reply)
                && (reply.header(API_VERSION).isPresent()
                        || ErrorBody.errors(reply).stream()
                                .anyMatch(error -> !error.code().isEmpty()));
    }

    /** Whether the body is a page for people. */
    static boolean isHtml(Reply reply) {
        String type = reply.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        return type.startsWith("text/html")
                || reply.body().size() > 0 && reply.body().at(0) == '<';
    }
}
