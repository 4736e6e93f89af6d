package io.github.registryclient.cleanup.undo;

import io.github.registryclient.internal.ValueStyle;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** What was taken back. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class UndoReport {
    UndoReport() {}

    /**
     * The registry.
     *
     * @return its address, without secrets
     */
    public abstract String registry();

    /**
     * What was asked for.
     *
     * @return as a person would type it
     */
    public abstract String selection();

    /**
     * The run that was written into the journal.
     *
     * @return its name; empty if there was nothing to take back
     */
    public abstract Optional<String> run();

    /**
     * When it began.
     *
     * @return by this machine's clock
     */
    public abstract Instant begun();

    /**
     * When it ended.
     *
     * @return by this machine's clock
     */
    public abstract Instant ended();

    /**
     * What became of each thing.
     *
     * @return in the order in which it was put back
     */
    public abstract List<UndoItem> items();

    /**
     * How many things ended how.
     *
     * @return only ends that occurred
     */
    public Map<UndoItem.Status, Integer> counts() {
        Map<UndoItem.Status, Integer> counts = new EnumMap<>(UndoItem.Status.class);
        items().forEach(item -> counts.merge(item.status(), 1, Integer::sum));
        return Collections.unmodifiableMap(counts);
    }

    /**
     * Whether all of it is there again. A tag that somebody has taken since is theirs, and no reason against it.
     *
     * @return false if something could not be put back
     */
    public boolean isComplete() {
        return items().stream().allMatch(UndoItem::isBack);
    }

    /**
     * The report for people, what matters first.
     *
     * @return lines
     */
    public String toTable() {
        return UndoTable.of(this);
    }

    /**
     * The report as JSON.
     *
     * @return a document
     */
    public String toJson() {
        return UndoJson.of(this);
    }

    /**
     * Writes the report as JSON; whoever finds the file finds all of it.
     *
     * @param file where; replaced if it is there
     * @throws io.github.registryclient.error.InvalidInputException if it cannot be written
     */
    public void write(Path file) {
        UndoJson.write(this, file);
    }

    /**
     * How many things ended how.
     *
     * @return one line
     */
    @Override
    public final String toString() {
        return UndoTable.summary(this);
    }

    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link UndoReport}. */
    static final class Builder extends ImmutableUndoReport.Builder {
        Builder() {}
    }
}
