package io.github.registryclient.cleanup;

import io.github.registryclient.cleanup.policy.ImageReference;
import io.github.registryclient.cleanup.use.InUse;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.internal.Excerpt;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Asks all sources of what is in use, each for itself; if one fails, or names nothing without leave, nothing is known. */
final class InUseSources {
    private final List<InUse> sources;
    private final boolean nothingIsRight;

    InUseSources(List<InUse> sources, boolean nothingIsRight) {
        this.sources = sources;
        this.nothingIsRight = nothingIsRight;
    }

    /** What each source names. */
    List<Set<ImageReference>> references() throws InterruptedException {
        List<Set<ImageReference>> all = new ArrayList<>();
        for (InUse source : sources) {
            Collection<ImageReference> named = ask(source);
            if (named.isEmpty() && !nothingIsRight) {
                throw new PlanRefusedException(
                        "a source of what is in use names nothing; if that is right, allow it with nothingMayBeInUse()",
                        null);
            }
            all.add(new LinkedHashSet<>(named));
        }
        return all;
    }

    private static Collection<ImageReference> ask(InUse source) throws InterruptedException {
        try {
            return source.references();
        } catch (InterruptedException e) {
            throw e;
        } catch (InvalidInputException e) {
            throw new PlanRefusedException("what is in use could not be found out: " + e.getMessage(), e);
        } catch (Exception e) {
            throw new PlanRefusedException("what is in use could not be found out: " + Excerpt.of(e.toString()), e);
        }
    }
}
