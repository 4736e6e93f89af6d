package io.github.registryclient.error;

import java.util.Set;

/** Which refusals say that what was asked for is not there. Every entry has to have a code for that. */
final class MissingCodes {
    private static final String NAME_UNKNOWN = "NAME_UNKNOWN";
    private static final int NOT_FOUND = 404;
    private static final int BAD_REQUEST = 400;
    private static final Set<String> CODES = Set.of(
            "MANIFEST_UNKNOWN", // the specification's, code-7
            "BLOB_UNKNOWN", // code-1
            NAME_UNKNOWN, // code-9: the repository, and with it all that it held
            "NOT_FOUND", // Harbor
            "TAG_EXPIRED"); // Quay, of a tag that was deleted or ran out

    private MissingCodes() {}

    static boolean areIn(ErrorResponse response) {
        boolean status = response.status() == NOT_FOUND
                || response.status() == BAD_REQUEST && response.hasCode(NAME_UNKNOWN); // zot, of a repository
        return status
                && !response.errors().isEmpty()
                && response.errors().stream().allMatch(MissingCodes::isMissing);
    }

    /** Harbor 2.10 and Red Hat's registry say UNKNOWN, and what they mean in words. */
    private static boolean isMissing(RegistryError error) {
        return CODES.contains(error.code())
                || error.code().equals("UNKNOWN") && error.message().equalsIgnoreCase("not found");
    }
}
