package io.github.registryclient;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.error.RegistryError;
import io.github.registryclient.internal.Excerpt;
import io.github.registryclient.internal.ValueStyle;
import java.util.List;
import org.immutables.value.Value;

/** What became of a deletion that did not fail. */
@Value.Immutable
@ValueStyle
public abstract class DeleteResult {
    /** The outcomes. */
    public enum Outcome {
        /**
         * The registry deleted it, or accepted to do so (Pulp deletes later). On go-containerregistry's registry the tags of a
         * deleted digest stay, and still show the manifest.
         */
        DELETED,
        /** It was not there any more: asked for by its digest, the registry does not know it. */
        ALREADY_GONE,
        /**
         * The registry accepted the deletion and reported errors with it: on distribution 3 the manifest is gone but some of
         * its tags are still listed. Or what it said beside the success could not be read, or it could not be seen whether an
         * untagged manifest stayed: the error then has no code. Look at the tags again.
         */
        ACCEPTED_PARTIALLY
    }

    DeleteResult() {}

    /**
     * A result without errors.
     *
     * @param outcome what became of it
     * @return the result
     */
    public static DeleteResult of(Outcome outcome) {
        return ImmutableDeleteResult.builder().outcome(outcome).build();
    }

    /**
     * A deletion that was accepted with errors.
     *
     * @param errors what the registry reported, not empty
     * @return the result
     */
    public static DeleteResult partial(List<RegistryError> errors) {
        if (errors.isEmpty()) {
            throw new InvalidInputException("a partial deletion without errors is a deletion: use of(DELETED)");
        }
        return ImmutableDeleteResult.builder()
                .outcome(Outcome.ACCEPTED_PARTIALLY)
                .errors(errors)
                .build();
    }

    /**
     * What became of it.
     *
     * @return the outcome
     */
    public abstract Outcome outcome();

    /**
     * What the registry reported beside a 2xx.
     *
     * @return empty unless {@link Outcome#ACCEPTED_PARTIALLY}
     */
    public abstract List<RegistryError> errors();

    /**
     * The outcome, and the errors if there are any.
     *
     * @return one line
     */
    @Override
    public final String toString() {
        return errors().isEmpty() ? outcome().name() : outcome() + " " + Excerpt.of(errors().toString());
    }
}
