package io.github.registryclient.http.internal.answer;

import io.github.registryclient.error.ErrorResponse;
import io.github.registryclient.error.RegistryError;
import java.util.Set;

/**
 * Which refusals say that what was asked for is not there. A 404 alone does not: gateways, ingresses and login pages give it
 * too, some with the registry's header; nor does one that says DENIED or UNSUPPORTED. Every entry has to have a code for
 * 'missing', which is why an answer to HEAD, having no body, never says it.
 */
public final class Missing {
    private static final String NAME_UNKNOWN = "NAME_UNKNOWN";
    private static final Set<String> CODES = Set.of(
            "MANIFEST_UNKNOWN", // the specification's, code-7
            "BLOB_UNKNOWN", // code-1
            NAME_UNKNOWN, // code-9: the repository, and with it all that it held
            "NOT_FOUND", // Harbor
            "TAG_EXPIRED"); // Quay, of a tag that was deleted or ran out

    private Missing() {}

    /**
     * Whether what was asked for is missing, alone or with its whole repository: enough for a deletion, for gone is gone.
     *
     * @param response a refusal
     * @return true if the registry says so
     */
    public static boolean isSaid(ErrorResponse response) {
        boolean status = response.status() == 404
                || response.status() == 400 && response.hasCode(NAME_UNKNOWN); // zot, of a repository
        return status
                && !response.errors().isEmpty()
                && response.errors().stream().allMatch(Missing::isMissing);
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

    /** Harbor 2.10 and Red Hat's registry say UNKNOWN, and what they mean in words. */
    private static boolean isMissing(RegistryError error) {
        return CODES.contains(error.code())
                || error.code().equals("UNKNOWN") && error.message().equalsIgnoreCase("not found");
    }
}
