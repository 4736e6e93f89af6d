package io.github.registryclient.tests.campaign;

import io.github.registryclient.testkit.fault.FaultKind;
import io.github.registryclient.testkit.fault.FaultPlan;
import io.github.registryclient.testkit.manner.CatalogManner;
import io.github.registryclient.testkit.manner.ChallengeManner;
import io.github.registryclient.testkit.manner.DeletionManner;
import io.github.registryclient.testkit.manner.Manners;
import io.github.registryclient.testkit.manner.UploadManner;
import io.github.registryclient.testkit.process.RegistryProgram;
import io.github.registryclient.testkit.sample.RandomLimits;
import io.github.registryclient.testkit.sample.RandomRegistry;
import io.github.registryclient.testkit.sample.SampleKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** What one run is made of, all of it drawn from its seed. Immutable. */
final class Mixture {
    /** Who asks. */
    enum Account {
        ANONYMOUS,
        BASIC,
        TOKEN
    }

    /** Of the little patience with silence. */
    private static final Duration NEARLY_TOO_LONG = Duration.ofMillis(300);

    /** In so many runs somebody pushes what is being deleted, while that is refused for now. */
    private static final int CONTESTED_ONE_OF = 10;

    /** In so many runs calls end while they wait. */
    private static final int HURRIED_ONE_OF = 10;

    private static final Duration HURRIED = Duration.ofSeconds(3);

    private static final RandomLimits SMALL =
            RandomLimits.defaults().withRepositories(3).withManifests(7);
    private static final Set<FaultKind> HONEST = EnumSet.copyOf(List.of(FaultKind.values()).stream()
            .filter(kind -> !kind.mayMislead() && kind != FaultKind.ANSWER_SILENT)
            .collect(Collectors.toSet()));
    private static final Set<FaultKind> MISLEADING = EnumSet.copyOf(
            List.of(FaultKind.values()).stream().filter(FaultKind::mayMislead).collect(Collectors.toSet()));

    private static final Set<FaultKind> TOKEN_FAULTS = EnumSet.copyOf(
            HONEST.stream().filter(kind -> kind != FaultKind.CREDENTIALS_LOST).collect(Collectors.toSet()));

    /** Here the filler cannot take the child of an index away, or not at once. */
    private static final Set<DeletionManner> CHILDREN_STAY = EnumSet.of(
            DeletionManner.UNSUPPORTED,
            DeletionManner.UNTAGGED_IS_NOT_FOUND,
            DeletionManner.CHILD_IS_DENIED,
            DeletionManner.CHILD_IS_A_FOREIGN_KEY,
            DeletionManner.CHILD_HAS_A_DANGLING_PARENT,
            DeletionManner.CHILD_IS_REFERENCED_BY_A_LIST,
            DeletionManner.LATER);

    private final long seed;
    private final Account account;
    private final Manners manners;
    private final String program;
    private final int concurrency;
    private final OptionalInt pageSize;
    private final boolean minimalScopes;
    private final int threads;
    private final FaultPlan faults;
    private final boolean silent;
    private final boolean contested;
    private final boolean hurried;
    private final int retries;
    private final boolean sharesClock;
    private final double moves;
    private final double expiries;

    private Mixture(long seed, Optional<RegistryProgram> real) {
        Random random = new Random(seed);
        this.seed = seed;
        contested = new Random(~seed).nextInt(CONTESTED_ONE_OF) == 0;
        hurried = !contested && new Random(seed * 7919).nextInt(HURRIED_ONE_OF) == 0;
        Account drawn = pick(random, List.of(Account.values()));
        account = real.isPresent() && real.get().name().equals(RegistryProgram.CRANE) ? Account.ANONYMOUS : drawn;
        Manners played = pick(random, playable());
        manners = real.isPresent() ? Manners.of(real.get().name()) : played;
        program = real.map(RegistryProgram::name)
                .orElse(played.server().startsWith("distribution 3") ? RegistryProgram.DISTRIBUTION_3 : "");
        concurrency = 1 + random.nextInt(8);
        pageSize = random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(1 + random.nextInt(5));
        minimalScopes = random.nextInt(4) == 0;
        int drawnThreads = 1 + random.nextInt(3);
        threads = contested ? 1 : drawnThreads;
        int drawnRetries = random.nextInt(5);
        retries = contested ? 3 : drawnRetries;
        sharesClock = random.nextBoolean();
        silent = random.nextInt(40) == 0 && !contested;
        faults = contested ? refusals(random) : faults(random, silent);
        double drawnMoves = random.nextInt(3) == 0 ? random.nextDouble() * 0.2 : 0;
        moves = contested ? 0.6 : drawnMoves;
        expiries = account == Account.TOKEN && real.isEmpty() && random.nextBoolean() ? random.nextDouble() * 0.1 : 0;
    }

    static Mixture of(long seed) {
        return new Mixture(seed, Optional.empty());
    }

    /** Without manners, which a real registry has itself; its tokens end by the time of day. */
    static Mixture ofReal(long seed, RegistryProgram program) {
        return new Mixture(seed, Optional.of(program));
    }

    /** All known servers but those that cannot be filled. */
    private static List<Manners> playable() {
        List<Manners> playable = new ArrayList<>(Manners.known());
        playable.add(Manners.of("no manners"));
        playable.removeIf(manners -> manners.has(UploadManner.PULL_THROUGH_CACHE));
        return playable;
    }

    private static FaultPlan faults(Random random, boolean silent) {
        FaultPlan plan = FaultPlan.seeded(random.nextLong());
        switch (random.nextInt(8)) {
            case 0: // nothing but what moves and ends
                break;
            case 1: // one thing, often
                plan = plan.with(pick(random, List.copyOf(HONEST)), 0.1 + 0.4 * random.nextDouble());
                break;
            case 2: // several, often
            case 3:
                List<FaultKind> some = new ArrayList<>(HONEST);
                Collections.shuffle(some, random);
                plan = plan.with(EnumSet.copyOf(some.subList(0, 5)), 0.02 + 0.06 * random.nextDouble());
                break;
            case 4: // lies
                plan = plan.with(MISLEADING, 0.02 + 0.1 * random.nextDouble());
                plan = plan.with(HONEST, 0.01 * random.nextDouble());
                break;
            default: // everything, seldom: listings mostly succeed, and something happens in most runs
                plan = plan.with(HONEST, 0.001 + 0.01 * random.nextDouble());
        }
        return silent ? plan.with(FaultKind.ANSWER_SILENT, 0.03).pause(NEARLY_TOO_LONG) : plan;
    }

    /** What the token server does: nothing that looks like another answer of its own, which could make nobody of the account. */
    FaultPlan tokenFaults() {
        Random random = new Random(seed * 31);
        FaultPlan plan = FaultPlan.seeded(random.nextLong());
        return random.nextInt(3) > 0 ? plan : plan.with(TOKEN_FAULTS, 0.002 + 0.02 * random.nextDouble());
    }

    /** Often refused for now, and nothing else. */
    private static FaultPlan refusals(Random random) {
        return FaultPlan.seeded(random.nextLong())
                .with(FaultKind.TOO_MANY_REQUESTS, 0.3)
                .with(FaultKind.UNAUTHORIZED, 0.05);
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** What the registry takes. */
    RandomRegistry content() {
        RandomLimits limits = SMALL.acceptedBy(program);
        if (CHILDREN_STAY.stream().anyMatch(manners::has)) {
            limits = limits.without(SampleKind.PARTIAL_INDEX);
        }
        return RandomRegistry.of(seed, limits);
    }

    long seed() {
        return seed;
    }

    Account account() {
        return account;
    }

    Manners manners() {
        return manners;
    }

    int concurrency() {
        return concurrency;
    }

    OptionalInt pageSize() {
        return pageSize;
    }

    boolean minimalScopes() {
        return minimalScopes;
    }

    /** Whether a tag of each repository is deleted while it is pushed. */
    boolean isContested() {
        return contested;
    }

    /** How many repositories are worked on at a time. */
    int threads() {
        return threads;
    }

    FaultPlan faults() {
        return faults;
    }

    /** How often the client repeats a request. */
    int retries() {
        return retries;
    }

    /** Whether the client sees tokens end by its own clock, or by being refused. */
    boolean sharesClock() {
        return sharesClock;
    }

    /** How long a request may take in real time: short where answers stop without an end. */
    Duration patience() {
        return silent ? Duration.ofMillis(400) : Duration.ofSeconds(20);
    }

    /** How long a call may take, with its waits. */
    Duration deadline() {
        return hurried ? HURRIED : patience().multipliedBy(6);
    }

    /** The chance of a request that a tag moves before it. */
    double moves() {
        return moves;
    }

    /** The chance of a request that all tokens end before it. */
    double expiries() {
        return expiries;
    }

    /** Whether a catalog without credentials looks whole and is not: then their loss on the way is a lie. */
    boolean hidesRepositories() {
        return manners.has(CatalogManner.EMPTY_FOR_ANONYMOUS)
                || manners.has(ChallengeManner.FILTERED_CATALOG_UNLESS_AUTHORIZED);
    }

    @Override
    public String toString() {
        return "seed " + seed + ": " + manners.server() + ", " + account + ", concurrency " + concurrency
                + ", pages of "
                + (pageSize.isPresent() ? pageSize.getAsInt() : "any size") + (minimalScopes ? ", minimal scopes" : "")
                + (contested ? ", contested" : "")
                + (hurried ? ", hurried" : "")
                + ", " + threads + " threads, " + retries + " retries, tags move " + moves + ", tokens end " + expiries
                + ", " + faults;
    }
}
