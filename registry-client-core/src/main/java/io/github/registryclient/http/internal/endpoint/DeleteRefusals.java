package io.github.registryclient.http.internal.endpoint;

import io.github.registryclient.error.DeletionDisabledException;
import io.github.registryclient.error.DeletionRefusedException;
import io.github.registryclient.error.ErrorResponse;
import io.github.registryclient.error.ErrorResponseException;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.http.internal.answer.ErrorBody;
import io.github.registryclient.http.internal.answer.Refusals;
import io.github.registryclient.http.internal.transport.Reply;
import java.util.Locale;

/** Why a DELETE was refused: for all deletions, or for this one. */
final class DeleteRefusals {
    private static final String SWITCHED_OFF =
            "Deletion is switched off. On distribution set storage.delete.enabled: true (in the environment"
                    + " REGISTRY_STORAGE_DELETE_ENABLED=true) and restart the registry. A pull-through cache, and services"
                    + " with a deletion API of their own (Docker Hub, GHCR), refuse it always";
    private static final String READ_ONLY =
            "The registry does not take this method: it is read-only just now (storage.maintenance.readonly), or a proxy"
                    + " before it blocks DELETE. If neither, deletion is switched off: set storage.delete.enabled: true"
                    + " (REGISTRY_STORAGE_DELETE_ENABLED=true) and restart the registry";

    private static final String REFERENCED = "It is referenced by an index: delete the index first, if it is to go";

    private DeleteRefusals() {}

    static RegistryException of(Reply reply) {
        ErrorResponse response = ErrorBody.read(reply);
        switch (reply.status()) {
            case 405:
                return methodNotAllowed(response);
            case 400:
                return badRequest(reply, response);
            case 409:
            case 412:
            case 423:
                return new DeletionRefusedException(
                        response, "It is referenced, locked, immutable or protected; others may still be deleted");
            default:
                return reply.status() < 500
                        ? Refusals.of(reply)
                        : new ErrorResponseException(
                                response, "Whether it was deleted all the same is unknown: look before repeating it");
        }
    }

    /** ECR says of the child of an index that it is referenced, under a code that elsewhere means all deletions. */
    private static RegistryException badRequest(Reply reply, ErrorResponse response) {
        if (!response.hasCode("UNSUPPORTED")) {
            return Refusals.of(reply);
        }
        return isReferenced(response)
                ? new DeletionRefusedException(response, REFERENCED)
                : new DeletionDisabledException(response, SWITCHED_OFF);
    }

    private static boolean isReferenced(ErrorResponse response) {
        return response.errors().stream()
                .anyMatch(error -> error.message().toLowerCase(Locale.ROOT).contains("referenced by"));
    }

    /** zot answers 405 DENIED for the child of an index: that is about this manifest only. */
    private static RegistryException methodNotAllowed(ErrorResponse response) {
        if (response.hasCode("DENIED") || isReferenced(response)) {
            return new DeletionRefusedException(response, REFERENCED);
        }
        return new DeletionDisabledException(response, response.errors().isEmpty() ? READ_ONLY : SWITCHED_OFF);
    }
}
