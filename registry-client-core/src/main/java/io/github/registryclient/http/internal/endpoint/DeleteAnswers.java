package io.github.registryclient.http.internal.endpoint;

import io.github.registryclient.DeleteResult;
import io.github.registryclient.error.RegistryError;
import io.github.registryclient.http.internal.answer.ErrorBody;
import io.github.registryclient.http.internal.answer.Evidence;
import io.github.registryclient.http.internal.answer.Missing;
import io.github.registryclient.http.internal.answer.Refusals;
import io.github.registryclient.http.internal.answer.SuccessBody;
import io.github.registryclient.http.internal.transport.Reply;
import java.util.List;

/** What the answers to a DELETE of a manifest and of a tag have in common. */
final class DeleteAnswers {
    private DeleteAnswers() {}

    /** A 2xx, which may hold errors, or come from something that is no registry. */
    static DeleteResult accepted(Reply reply) {
        if (Evidence.isPage(reply) && ErrorBody.errors(reply).isEmpty()) {
            throw Refusals.notARegistry(reply);
        }
        List<RegistryError> errors = SuccessBody.errors(reply);
        return errors.isEmpty() ? DeleteResult.of(DeleteResult.Outcome.DELETED) : DeleteResult.partial(errors);
    }

    /** Gone only in the registry's own words. */
    static DeleteResult gone(Reply reply) {
        if (Missing.isSaid(ErrorBody.read(reply))) {
            return DeleteResult.of(DeleteResult.Outcome.ALREADY_GONE);
        }
        throw DeleteRefusals.of(reply);
    }
}
