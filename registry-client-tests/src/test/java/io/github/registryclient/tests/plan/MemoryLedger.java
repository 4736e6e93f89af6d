package io.github.registryclient.tests.plan;

import io.github.registryclient.cleanup.store.FirstSeenLedger;
import io.github.registryclient.cleanup.store.LedgerRecord;
import io.github.registryclient.error.InvalidInputException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A ledger in memory, which can be lost. */
final class MemoryLedger implements FirstSeenLedger {
    private final Map<String, LedgerRecord> records = new ConcurrentHashMap<>();
    private volatile boolean lost;
    private volatile Optional<Instant> begunAnew = Optional.empty();

    @Override
    public Optional<LedgerRecord> load(String registry) {
        if (lost) {
            throw new InvalidInputException("the ledger is lost");
        }
        Optional<LedgerRecord> anew = begunAnew.map(
                began -> LedgerRecord.builder().began(began).replacesLost(true).build());
        return Optional.ofNullable(records.get(registry)).or(() -> anew);
    }

    @Override
    public void save(String registry, LedgerRecord record) {
        records.put(registry, record);
    }

    void lose() {
        records.clear();
        lost = true;
    }

    /** As somebody says who knows that it is lost. */
    void beginAnew(Instant now) {
        lost = false;
        begunAnew = Optional.of(now);
    }

    MemoryLedger copy() {
        MemoryLedger copy = new MemoryLedger();
        copy.records.putAll(records);
        copy.begunAnew = begunAnew;
        return copy;
    }
}
