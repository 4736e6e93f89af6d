package io.github.registryclient.cleanup.store;

import java.util.Optional;

/**
 * Remembers, for each registry, when earlier runs first saw which manifest under which tag: what a registry does not tell. Thread-safe.
 */
public interface FirstSeenLedger {
    /**
     * What is remembered of a registry.
     *
     * @param registry the registry's address
     * @return empty before the first run
     * @throws io.github.registryclient.error.InvalidInputException if there was a ledger and it is lost, cut or altered, with the
     *     place and the remedy
     */
    Optional<LedgerRecord> load(String registry);

    /**
     * Remembers.
     *
     * @param registry the registry's address
     * @param record what to remember, in the place of what was
     * @throws io.github.registryclient.error.InvalidInputException if it cannot be written; then what was remembered stays
     */
    void save(String registry, LedgerRecord record);
}
