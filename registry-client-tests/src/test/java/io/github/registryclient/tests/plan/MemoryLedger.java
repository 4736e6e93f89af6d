package io.github.registryclient.tests.plan;

import io.github.registryclient.cleanup.store.FirstSeenLedger;
import io.github.registryclient.cleanup.store.LedgerRecord;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A ledger in memory. */
final class MemoryLedger implements FirstSeenLedger {
    private final Map<String, LedgerRecord> records = new ConcurrentHashMap<>();

    @Override
    public Optional<LedgerRecord> load(String registry) {
        return Optional.ofNullable(records.get(registry));
    }

    @Override
    public void save(String registry, LedgerRecord record) {
        records.put(registry, record);
    }
}
