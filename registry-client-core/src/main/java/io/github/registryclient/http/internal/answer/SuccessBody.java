package io.github.registryclient.http.internal.answer;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.registryclient.error.RegistryError;
import io.github.registryclient.http.internal.transport.Reply;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What a success to a request that changes something says beside it: a status is not believed over a body that tells of a
 * refusal, in whatever words. Only a body that certainly reports nothing counts as none.
 */
public final class SuccessBody {
    private static final Set<String> AFFIRMATIONS = Set.of(
            "",
            "ok",
            "true",
            "success",
            "succeeded",
            "accepted",
            "created",
            "deleted",
            "done",
            "no content",
            "pending",
            "queued");
    /** Members, in lower case and letters only, that hold a refusal or its words. */
    private static final Set<String> REFUSING = Set.of(
            "error",
            "errors",
            "err",
            "errorcode",
            "errormessage",
            "errordescription",
            "failed",
            "failure",
            "failures",
            "fault",
            "exception",
            "problem",
            "denied",
            "code",
            "message",
            "msg",
            "reason",
            "detail",
            "details",
            "title",
            "warning",
            "warnings");
    /** Members that tell how it went. */
    private static final Set<String> TELLING =
            Set.of("success", "successful", "succeeded", "ok", "accepted", "deleted", "status", "statuscode", "result");

    private SuccessBody() {}

    /**
     * The entries of its {@code errors}, or else the body itself if it may tell of errors.
     *
     * @param reply an answer
     * @return empty if it reports nothing
     */
    public static List<RegistryError> errors(Reply reply) {
        if (isClean(reply)) {
            return List.of();
        }
        List<RegistryError> errors = ErrorBody.errors(reply);
        return errors.isEmpty()
                ? List.of(RegistryError.builder()
                        .code("")
                        .message(ErrorBody.excerpt(reply))
                        .build())
                : errors;
    }

    /**
     * Whether it certainly reports nothing.
     *
     * @param reply an answer
     * @return true if so
     */
    public static boolean isClean(Reply reply) {
        String text = ErrorBody.excerpt(reply);
        if (isAffirmation(text)) {
            return true;
        }
        JsonNode json = reply.json();
        return json.isNull() || json.isBoolean() && json.booleanValue() || json.isObject() && reportsNothing(json);
    }

    private static boolean reportsNothing(JsonNode json) {
        for (Map.Entry<String, JsonNode> member : json.properties()) {
            String name = member.getKey().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
            JsonNode value = member.getValue();
            if (isRefusing(name) && !isNothing(value)
                    || isTelling(name) && !isSuccess(value)
                    || member.getKey().equals("__type") // AWS names its exceptions so
                    || !reportsNothing(value)) {
                return false;
            }
        }
        for (JsonNode element : json.isArray() ? json : List.<JsonNode>of()) {
            if (!reportsNothing(element)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRefusing(String name) {
        return REFUSING.contains(name)
                || name.startsWith("error")
                || name.startsWith("fail")
                || name.contains("message")
                || name.equals("description");
    }

    private static boolean isTelling(String name) {
        return TELLING.contains(name) || name.contains("status") || name.equals("state");
    }

    private static boolean isNothing(JsonNode value) {
        return value.isNull()
                || value.isContainerNode() && value.isEmpty()
                || value.isBoolean() && !value.booleanValue()
                || value.isNumber() && (value.asInt() == 0 || isSuccess(value))
                || value.isTextual() && isAffirmation(value.textValue());
    }

    private static boolean isSuccess(JsonNode value) {
        return value.isBoolean() && value.booleanValue()
                || value.isNumber() && value.asInt() >= 200 && value.asInt() < 300
                || value.isTextual() && isAffirmation(value.textValue());
    }

    private static boolean isAffirmation(String text) {
        return AFFIRMATIONS.contains(text.strip().replaceAll("[.!]$", "").toLowerCase(Locale.ROOT));
    }
}
