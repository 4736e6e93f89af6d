package io.github.registryclient.cleanup.restore;

import io.github.registryclient.cleanup.journal.JournalException;
import io.github.registryclient.cleanup.journal.LeaseLostException;
import io.github.registryclient.error.CallInterruptedException;
import io.github.registryclient.error.ClientClosedException;
import io.github.registryclient.error.RegistryException;

/** Tells the failures of one thing from those after which nothing more may or can be done. */
public final class RunEnds {
    private RunEnds() {}

    /**
     * Whether the whole run is over.
     *
     * @param failure what happened
     * @return true if the journal cannot be written, the lease is lost, the thread was interrupted, or the client is closed
     */
    public static boolean isOne(RegistryException failure) {
        return failure instanceof JournalException
                || failure instanceof LeaseLostException
                || failure instanceof CallInterruptedException
                || failure instanceof ClientClosedException;
    }
}
