package io.github.registryclient.cleanup.untag;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.cleanup.journal.JournalEntry;
import io.github.registryclient.cleanup.journal.Lease;
import io.github.registryclient.cleanup.journal.RunLog;
import io.github.registryclient.cleanup.read.Presence;
import io.github.registryclient.cleanup.report.Outcome;
import io.github.registryclient.cleanup.restore.Kept;
import io.github.registryclient.cleanup.restore.RunEnds;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Removes a tag whose manifest stays, where the registry can only delete manifests (distribution 2.8): a manifest that nobody else
 * has is put under the tag and deleted by its digest, which takes the tag along (H14).
 *
 * <p>Until then every pull of the tag gets an empty image, so <b>never use it for tags that are protected or in use</b>; that is the
 * caller's to know. What is pushed while the registry deletes may lose its tag, as with every deletion (H8), and so may what is
 * pushed between the last look at the tag and the PUT, one round trip later; its manifest stays.
 * The caller writes {@code TAG_INTENT} and {@code TAG_OUTCOME}, this what lies between. Thread-safe, for one thread a repository.
 */
public final class ThrowAway {
    /** The longest time that a tag may show the throw-away, unless set. */
    public static final Duration LIMIT = Duration.ofSeconds(2);

    private final RegistryClient client;
    private final Kept kept;
    private final ThrowLog log;
    private final Lease lease;
    private final Clock clock;
    private final Random random;
    private final Duration limit;
    private final Map<RepositoryName, Proof> proofs = new ConcurrentHashMap<>();

    /**
     * Untags by throw-aways, with the usual limit.
     *
     * @param client the registry
     * @param kept the journals, for {@link #resolve}
     * @param log where each step is written down before it
     * @param lease asked before each change
     * @param clock what time it is
     */
    public ThrowAway(RegistryClient client, Kept kept, RunLog log, Lease lease, Clock clock) {
        this(client, kept, log, lease, clock, new SecureRandom(), LIMIT);
    }

    /**
     * Untags by throw-aways.
     *
     * @param client the registry
     * @param kept the journals, for {@link #resolve}
     * @param log where each step is written down before it
     * @param lease asked before each change
     * @param clock what time it is
     * @param random makes throw-aways unlike all others
     * @param limit a repository whose deletions take longer is refused, not negative
     */
    public ThrowAway(
            RegistryClient client, Kept kept, RunLog log, Lease lease, Clock clock, Random random, Duration limit) {
        if (limit.isNegative()) {
            throw new InvalidInputException("a tag shows its throw-away for no time or longer, not for " + limit);
        }
        this.client = client;
        this.kept = kept;
        this.log = new ThrowLog(log, clock);
        this.lease = lease;
        this.clock = clock;
        this.random = random;
        this.limit = limit;
    }

    /**
     * Removes a tag.
     *
     * @param repository the repository
     * @param tag the tag, neither protected nor in use
     * @param expected what it points to, which stays
     * @return what became of it; failures of the registry are part of it
     * @throws RegistryException only if nothing more may or can be done: the journal cannot be written, the lease is lost, the
     *     thread was interrupted, or the client closed. {@link #resolve} settles what is open then
     */
    public ThrownAway untag(RepositoryName repository, Tag tag, Digest expected) {
        ThrownAway.Builder result = ThrownAway.builder();
        try {
            Optional<Digest> now = new Presence(client, repository).digest(tag);
            if (!now.equals(Optional.of(expected))) {
                return result.outcome(now.isPresent() ? Outcome.MOVED : Outcome.ALREADY_GONE)
                        .build();
            }
            int blobs = proofs.containsKey(repository) ? 0 : 1;
            Proof proof = proofs.computeIfAbsent(repository, this::prove);
            if (proof.refusal().isPresent()) {
                return result.outcome(Outcome.NOT_SUPPORTED)
                        .cause(proof.refusal())
                        .blobsLeft(proof.blobsLeft())
                        .manifestsLeft(proof.manifestsLeft())
                        .build();
            }
            Manifest original = client.getManifest(repository, expected);
            Disposable disposable = Disposable.make(random, clock.instant());
            lease.require();
            client.uploadBlob(repository, disposable.config());
            result.blobsLeft(blobs + 1);
            log.announce(repository, disposable.digest(), tag, original);
            return exchange(repository, tag, disposable.digest(), expected, result)
                    .run(disposable.manifest(), original);
        } catch (RegistryException e) {
            if (RunEnds.isOne(e)) {
                throw e;
            }
            return result.outcome(Outcome.FAILED)
                    .cause(String.valueOf(e.getMessage()))
                    .build();
        }
    }

    /** Removes a manifest that nobody has, and learns how long that takes. */
    private Proof prove(RepositoryName repository) {
        return new Proving(client, lease, clock, log, limit).of(repository, Disposable.make(random, clock.instant()));
    }

    /**
     * Settles what a run left that was killed: the throw-away goes, and where the tag still shows it, the original comes back.
     *
     * @param throwAway a {@code THROW_AWAY} entry that no {@code THROWN_AWAY} followed
     * @return {@code UNTAGGED} if the tag is gone, {@code NOT_REACHED} if it is as before, {@code MOVED} if it shows something else
     * @throws RegistryException as {@link #untag} does
     */
    public ThrownAway resolve(JournalEntry throwAway) {
        RepositoryName repository = throwAway.repository().orElseThrow(() -> incomplete(throwAway));
        Digest digest = throwAway.digest().orElseThrow(() -> incomplete(throwAway));
        ThrownAway.Builder result = ThrownAway.builder();
        try {
            if (throwAway.tags().isEmpty()) {
                boolean left = Disposal.isLeft(client, lease, repository, digest);
                if (!left) {
                    log.isOver(repository, digest, throwAway.tags(), Optional.of("found by reading"));
                }
                return result.outcome(Outcome.NOT_REACHED)
                        .manifestsLeft(left ? 1 : 0)
                        .build();
            }
            Digest original = ThrowLog.original(throwAway).orElseThrow(() -> incomplete(throwAway));
            return exchange(repository, throwAway.tags().get(0), digest, original, result)
                    .settle(() -> kept.manifest(original).orElseThrow(() -> incomplete(throwAway)));
        } catch (RegistryException e) {
            if (RunEnds.isOne(e)) {
                throw e;
            }
            return result.outcome(Outcome.FAILED)
                    .cause(String.valueOf(e.getMessage()))
                    .build();
        }
    }

    private Exchange exchange(
            RepositoryName repository, Tag tag, Digest throwAway, Digest original, ThrownAway.Builder result) {
        return new Exchange(client, lease, clock, log, repository, tag, throwAway, original, result);
    }

    private static InvalidInputException incomplete(JournalEntry entry) {
        return new InvalidInputException("the journal does not say what the throw-away " + entry.digest()
                + " stood for; look at the tag and push the image again");
    }
}
