package io.github.registryclient.http.internal.answer;

import io.github.registryclient.error.ErrorResponse;

/**
 * Which refusals say that what was asked for is not there. A 404 alone does not: gateways, ingresses and login pages give it
 * too, some with the registry's header; nor does one that says DENIED or UNSUPPORTED. Every entry has to have a code for
 * 'missing', which is why an answer to HEAD, having no body, never says it; see {@link ErrorResponse#saysMissing}.
 */
public final class Missing {
    private static final String NAME_UNKNOWN = "NAME_UNKNOWN";

    private Missing() {}

    /**
     * Whether what was asked for is missing, alone or with its whole repository: enough for a deletion, for gone is gone.
     *
     * @param response a refusal
     * @return true if the registry says so
     */
    public static boolean isSaid(ErrorResponse response) {
        return response.saysMissing();
    }

    /**
     * Whether what was asked for is missing from a repository that is there: needed where 'no such tag' is an answer and 'no
     * such repository' a mistake of the caller's.
     *
     * @param response a refusal
     * @return true if the registry says so
     */
    public static boolean isSaidOfOneThing(ErrorResponse response) {
        return isSaid(response) && !response.hasCode(NAME_UNKNOWN);
    }
}
