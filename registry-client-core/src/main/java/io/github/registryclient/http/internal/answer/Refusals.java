package io.github.registryclient.http.internal.answer;

import io.github.registryclient.error.ErrorResponse;
import io.github.registryclient.error.ErrorResponseException;
import io.github.registryclient.error.NotARegistryException;
import io.github.registryclient.error.NotFoundException;
import io.github.registryclient.error.NotPermittedException;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.error.TooManyRequestsException;
import io.github.registryclient.http.internal.transport.Lifecycle;
import io.github.registryclient.http.internal.transport.Reply;

/** What an answer means that is not the one hoped for, wherever it comes from; endpoints judge their special cases first. */
public final class Refusals {
    private Refusals() {}

    /**
     * The exception for an answer that is no success.
     *
     * @param reply any answer
     * @return the exception, to be thrown
     */
    public static RegistryException of(Reply reply) {
        int status = reply.status();
        if (status < 300) {
            return reply.invalid("unexpected status " + status + Lifecycle.effect(reply.request()));
        }
        if (status >= 400 && status < 500 && status != 401 && status != 429 && isForeign(reply)) {
            return notARegistry(reply);
        }
        ErrorResponse response = ErrorBody.read(reply);
        switch (status) {
            case 401:
                return new NotPermittedException(response, wantedCredentials(reply));
            case 403:
                return new NotPermittedException(response, "These credentials lack the right to do that");
            case 404:
                return new NotFoundException(response, "It does not exist, or this account may not know of it");
            case 429:
                return new TooManyRequestsException(response, "Send fewer requests, later");
            default:
                return new ErrorResponseException(response, generalRemedy(reply));
        }
    }

    /**
     * The exception for an answer that no registry gives.
     *
     * @param reply any answer
     * @return the exception, to be thrown
     */
    public static NotARegistryException notARegistry(Reply reply) {
        String type = reply.shown(reply.header("Content-Type").orElse("no content type"));
        boolean refused = reply.status() >= 300 && reply.status() < 500;
        return new NotARegistryException(
                reply.request().method(),
                reply.request().shownUri(),
                "this does not look like a registry's answer ("
                        + ErrorBody.read(reply).summary() + "; " + type
                        + "). Check scheme, host, port and path of the URL, and whether a proxy stands between"
                        + (refused ? "" : Lifecycle.effect(reply.request())),
                null);
    }

    private static boolean isForeign(Reply reply) {
        boolean saysSomething = reply.body().size() > 0 || Evidence.isHtml(reply);
        return saysSomething && reply.status() == 404 && !Evidence.isRegistrysOwn(reply) && !isJson(reply)
                || Evidence.isHtml(reply);
    }

    private static boolean isJson(Reply reply) {
        return reply.json().isObject();
    }

    private static String wantedCredentials(Reply reply) {
        if (reply.nobodysStatus() != 0) {
            return "Without credentials the answer is " + reply.nobodysStatus()
                    + ", which may hide what an account is shown, and these credentials are refused. Renew them, or give"
                    + " none to believe what nobody is told";
        }
        return reply.headers("WWW-Authenticate").isEmpty()
                ? "Give credentials, or check the ones given; it does not say how it wants to be convinced"
                : "Give credentials, or check the ones given and what they may do here";
    }

    private static String generalRemedy(Reply reply) {
        int status = reply.status();
        if (status < 400) {
            return status == 304
                    ? "It was asked for unconditionally; a cache before the registry answers wrongly"
                    : "A redirect that does not say where to";
        }
        return status >= 500
                ? "The registry or something before it is in trouble; see its log" + Lifecycle.effect(reply.request())
                : "";
    }
}
