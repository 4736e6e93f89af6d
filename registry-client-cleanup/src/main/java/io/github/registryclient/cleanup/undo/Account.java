package io.github.registryclient.cleanup.undo;

import io.github.registryclient.cleanup.journal.RunRecord;
import io.github.registryclient.cleanup.restore.RunEnds;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.name.RepositoryName;
import java.util.Collection;
import java.util.Optional;

/** Whom the registry takes us for. */
final class Account {
    private Account() {}

    static Optional<String> of(UndoSettings settings, RepositoryName repository) {
        try {
            return settings.client().capabilities(repository).account();
        } catch (RegistryException e) {
            if (RunEnds.isOne(e)) {
                throw e;
            }
            throw new UndoRefusedException(
                    "the registry does not say who this is, so nothing is taken back: " + e.getMessage());
        }
    }

    static void require(Optional<String> account, Collection<RunRecord> runs) {
        for (RunRecord run : runs) {
            if (!run.header().account().equals(account)) {
                throw new UndoRefusedException("run " + run.header().id() + " was made by "
                        + shown(run.header().account()) + ", and this is " + shown(account)
                        + "; use the same account, or accept that it is another (anyAccount)");
            }
        }
    }

    private static String shown(Optional<String> account) {
        return account.orElse("nobody");
    }
}
