package io.github.registryclient.cleanup.apply;

import io.github.registryclient.cleanup.report.Outcome;
import io.github.registryclient.cleanup.restore.RunEnds;
import io.github.registryclient.error.CallInterruptedException;
import io.github.registryclient.error.ClientClosedException;
import io.github.registryclient.error.CredentialsUnavailableException;
import io.github.registryclient.error.DeletionDisabledException;
import io.github.registryclient.error.DeletionRefusedException;
import io.github.registryclient.error.ErrorResponseException;
import io.github.registryclient.error.NotPermittedException;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.error.RequestFailedException;
import io.github.registryclient.error.TagDeletionUnsupportedException;
import io.github.registryclient.error.TagMovedException;
import io.github.registryclient.error.TokenUnavailableException;
import io.github.registryclient.error.TooManyRequestsException;
import io.github.registryclient.error.UnreachableException;
import io.github.registryclient.error.UnverifiedDigestException;

/** What a failed call means for its item, and for all others. */
enum Ending {
    /** No other item of the run would do better. */
    OF_RUN(Outcome.NOT_REACHED),
    /** The registry protects this one. */
    PROTECTED(Outcome.PROTECTED),
    /** This account may not delete this one. */
    DENIED(Outcome.DENIED),
    /** The registry cannot delete tags. */
    NOT_SUPPORTED(Outcome.NOT_SUPPORTED),
    /** It is no longer what the plan knew. */
    CHANGED(Outcome.SKIPPED_CHANGED),
    /** Somebody else pushed. */
    MOVED(Outcome.MOVED),
    /** Sent, and nobody knows what came of it. */
    UNKNOWN(Outcome.FAILED);

    private static final int NOT_ALLOWED = 405;

    private final Outcome outcome;

    Ending(Outcome outcome) {
        this.outcome = outcome;
    }

    Outcome outcome() {
        return outcome;
    }

    /** Of a call that was to delete something. What is asked beside the DELETE itself says nothing of that. */
    static Ending of(RegistryException failure) {
        if (!isAboutDelete(failure)) {
            return UNKNOWN;
        }
        if (endsRun(failure)) {
            return OF_RUN;
        }
        if (failure instanceof DeletionRefusedException) {
            return ((ErrorResponseException) failure).response().status() == NOT_ALLOWED ? DENIED : PROTECTED;
        }
        if (failure instanceof NotPermittedException) {
            return DENIED;
        }
        if (failure instanceof TagDeletionUnsupportedException) {
            return NOT_SUPPORTED;
        }
        if (failure instanceof UnverifiedDigestException) {
            return CHANGED;
        }
        return failure instanceof TagMovedException ? MOVED : UNKNOWN;
    }

    private static boolean isAboutDelete(RegistryException failure) {
        return !(failure instanceof RequestFailedException)
                || failure instanceof TagDeletionUnsupportedException
                || failure instanceof TagMovedException
                || failure instanceof UnverifiedDigestException
                || ((RequestFailedException) failure).method().equals("DELETE");
    }

    /** No other item of the run would do better. */
    private static boolean endsRun(RegistryException failure) {
        return failure instanceof DeletionDisabledException
                || failure instanceof UnreachableException
                || failure instanceof TooManyRequestsException
                || failure instanceof CredentialsUnavailableException
                || failure instanceof TokenUnavailableException;
    }

    /** Nothing else is to be done in this run, for one reason or the other. */
    static boolean isOfAll(RegistryException failure) {
        return endsRun(failure) || RunEnds.isOne(failure);
    }

    /** Somebody ended the call; it may have been sent. */
    static boolean isCut(RegistryException failure) {
        return failure instanceof CallInterruptedException || failure instanceof ClientClosedException;
    }
}
