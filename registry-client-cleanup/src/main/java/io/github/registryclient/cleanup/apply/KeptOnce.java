package io.github.registryclient.cleanup.apply;

import io.github.registryclient.cleanup.journal.RunRecord;
import io.github.registryclient.cleanup.restore.Kept;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Manifests of runs that are read when the first of them is asked for, and not again. Thread-safe. */
final class KeptOnce implements Kept {
    private final Supplier<List<RunRecord>> source;
    private @Nullable List<RunRecord> runs;

    KeptOnce(Supplier<List<RunRecord>> source) {
        this.source = source;
    }

    @Override
    public Optional<Manifest> manifest(Digest digest) {
        return runs().stream().flatMap(run -> run.manifest(digest).stream()).findFirst();
    }

    private synchronized List<RunRecord> runs() {
        List<RunRecord> known = runs;
        if (known == null) {
            known = source.get();
            runs = known;
        }
        return known;
    }
}
