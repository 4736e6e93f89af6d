package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.testkit.registry.ErrorCode;
import io.github.registryclient.testkit.registry.Refusal;

/** Refuses requests for repositories that were never pushed to, before anything in them is looked for. */
final class MissingRepository {
    private MissingRepository() {}

    static Decorator isUnknown(int status, On requests) {
        return requests.answering((request, route, inner, store) -> {
            if (RepositoryChecks.isThere(store, route.repository())) {
                return inner.handle(request);
            }
            throw Refusal.of(status, ErrorCode.NAME_UNKNOWN, route.repository().toString());
        });
    }
}
