package io.github.registryclient.http.internal.answer;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.registryclient.error.ErrorResponse;
import io.github.registryclient.error.RegistryError;
import io.github.registryclient.http.internal.bytes.SegmentedBytes;
import io.github.registryclient.http.internal.transport.Reply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads error bodies, which may be anything: the specified {@code errors} list, entries without code (Artifactory), plain
 * {@code details} (token endpoints), HTML of a proxy, nothing. Never fails.
 */
public final class ErrorBody {
    private static final int MAX_ERRORS = 20;
    private static final int EXCERPT_BYTES = 2048;

    private ErrorBody() {}

    /**
     * Reads the refusal in an answer.
     *
     * @param reply an answer whose body was read whole
     * @return status, entries and the start of the body
     */
    public static ErrorResponse read(Reply reply) {
        return ErrorResponse.builder()
                .method(reply.request().method())
                .uri(reply.request().shownUri())
                .status(reply.status())
                .errors(errors(reply))
                .isRegistrysOwn(Evidence.isRegistrysOwn(reply))
                .excerpt(excerpt(reply))
                .rateLimit(reply.rateLimit())
                .retryAfter(reply.retryAfter())
                .build();
    }

    /**
     * The entries of the {@code errors} array, if the body is JSON and has one; an object of that name is no list.
     *
     * @param reply an answer whose body was read whole
     * @return empty if there are none
     */
    public static List<RegistryError> errors(Reply reply) {
        List<RegistryError> errors = new ArrayList<>();
        JsonNode entries = reply.json().path("errors");
        int count = entries.isArray() ? entries.size() : 0;
        int shown = count > MAX_ERRORS ? MAX_ERRORS - 1 : count;
        for (int i = 0; i < shown; i++) {
            errors.add(error(reply, entries.get(i)));
        }
        if (count > shown) {
            String more = (count - shown) + " more"; // an entry without code, for who asks whether all say the same
            errors.add(RegistryError.builder().code("").message(more).build());
        }
        return errors;
    }

    private static RegistryError error(Reply reply, JsonNode entry) {
        JsonNode detail = entry.path("detail");
        RegistryError.Builder builder = RegistryError.builder();
        builder.code(reply.shown(entry.path("code").asText("")));
        builder.message(reply.shown(
                entry.isTextual() ? entry.textValue() : entry.path("message").asText("")));
        if (!detail.isMissingNode() && !detail.isNull()) {
            builder.detail(reply.shown(detail.toString()));
        }
        return builder.build();
    }

    /**
     * The start of a body, for people.
     *
     * @param reply an answer whose body was read whole
     * @return one line of at most some hundred characters
     */
    public static String excerpt(Reply reply) {
        SegmentedBytes body = reply.body();
        byte[] start = body.copy(0, Math.min(body.size(), EXCERPT_BYTES));
        return reply.shown(new String(start, StandardCharsets.UTF_8));
    }
}
