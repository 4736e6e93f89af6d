package io.github.registryclient.cleanup;

import io.github.registryclient.cleanup.policy.ImageReference;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.store.LedgerBook;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What no tag may reach and has to be read all the same: what is in use or kept by digest, and what had a tag once. */
final class KnownDigests {
    private final Policy policy;
    private final Set<ImageReference> used;
    private final Optional<LedgerBook> ledger;

    KnownDigests(Policy policy, Set<ImageReference> used, Optional<LedgerBook> ledger) {
        this.policy = policy;
        this.used = used;
        this.ledger = ledger;
    }

    Set<Digest> in(RepositoryName repository) {
        Set<Digest> known = new LinkedHashSet<>();
        Stream.concat(used.stream(), policy.keep().stream())
                .filter(reference -> reference.mayMean(repository) || reference.mayBeMirrored(repository))
                .forEach(reference -> reference.digest().ifPresent(known::add));
        ledger.ifPresent(book -> known.addAll(book.known(repository)));
        return known;
    }
}
