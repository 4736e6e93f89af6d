package io.github.registryclient.http.internal.answer;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.registryclient.http.internal.bytes.SegmentedBytes;
import io.github.registryclient.http.internal.transport.Reply;
import java.util.Locale;

/** Tells a registry's own answer from that of whatever else may stand at the address: an ingress, a proxy, another service. */
public final class Evidence {
    /** The header by which a registry names the API. */
    public static final String API_VERSION = "Docker-Distribution-Api-Version";

    private Evidence() {}

    /**
     * Whether an error answer is a registry's, as far as one can tell: it names the API, or has an entry with a code in an
     * {@code errors} list; a number is none. A page for people never is: proxies before a registry add the header to their
     * own answers, which is also why this is no proof that something is {@linkplain Missing missing}.
     *
     * @param reply an answer
     * @return true if so
     */
    public static boolean isRegistrysOwn(Reply reply) {
        return !isHtml(reply) && (reply.header(API_VERSION).isPresent() || hasCode(reply.json()));
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

    /**
     * Whether the body is a page for people.
     *
     * @param reply an answer
     * @return true if so
     */
    public static boolean isHtml(Reply reply) {
        String type = reply.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        return type.startsWith("text/html") || firstOf(reply.body()) == '<';
    }

    /**
     * Whether a success is a page for people. Flask calls every body HTML whose type nobody says, as Quay's are: an empty one
     * and a plain yes are no page if they answer a change, or name the API.
     *
     * @param reply an answer
     * @return true if so
     */
    public static boolean isPage(Reply reply) {
        boolean untyped = firstOf(reply.body()) != '<' && SuccessBody.isClean(reply);
        boolean ours = reply.header(API_VERSION).isPresent() || !reply.request().isRead();
        return isHtml(reply) && !(untyped && ours);
    }

    /** The first byte that is neither white space nor part of a byte order mark; 0 if there is none. */
    private static int firstOf(SegmentedBytes body) {
        for (int i = 0; i < body.size(); i++) {
            int octet = body.at(i) & 0xff;
            boolean mark = i < 3 && (octet == 0xef || octet == 0xbb || octet == 0xbf);
            if (octet > ' ' && !mark) {
                return octet;
            }
        }
        return 0;
    }
}
