package io.github.registryclient.cleanup.apply;

import io.github.registryclient.cleanup.policy.ImageReference;
import io.github.registryclient.cleanup.use.InUse;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.internal.Excerpt;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is in use, asked for again before every look, but not more than once a minute. Thread-safe. */
final class Uses {
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final ApplySettings settings;
    private @Nullable Instant asked;
    private Set<ImageReference> references = Set.of();

    Uses(ApplySettings settings) {
        this.settings = settings;
    }

    synchronized Set<ImageReference> now() throws InterruptedException {
        Instant now = settings.clock().instant();
        if (asked == null || !now.isBefore(asked.plus(FRESH)) || now.isBefore(asked)) {
            Set<ImageReference> all = new LinkedHashSet<>();
            for (InUse source : settings.inUse()) {
                all.addAll(ask(source));
            }
            references = all;
            asked = now;
        }
        return references;
    }

    private static Collection<ImageReference> ask(InUse source) throws InterruptedException {
        try {
            return source.references();
        } catch (InterruptedException e) {
            throw e;
        } catch (InvalidInputException e) {
            throw new ApplyRefusedException("what is in use could not be found out: " + e.getMessage(), e);
        } catch (Exception e) {
            throw new ApplyRefusedException("what is in use could not be found out: " + Excerpt.of(e.toString()), e);
        }
    }
}
