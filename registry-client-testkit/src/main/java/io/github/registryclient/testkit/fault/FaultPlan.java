package io.github.registryclient.testkit.fault;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Which faults come how often, and a seed. What becomes of a request is decided by the seed, its method, its target and how many
 * of the same came before, and by nothing else: not by what runs beside it. So a run can be repeated though its requests run in
 * parallel. Targets that a server makes up anew, such as those of uploads, are decided anew too.
 *
 * <p>Immutable; each method makes a new one. A fault and any number of events may meet in one request.
 */
public final class FaultPlan {
    private static final Duration PAUSE = Duration.ofMillis(2);

    private final long seed;
    private final Map<FaultKind, Double> rates;
    private final List<Happening> happenings;
    private final Duration pause;
    private final Clock clock;

    private FaultPlan(
            long seed, Map<FaultKind, Double> rates, List<Happening> happenings, Duration pause, Clock clock) {
        this.seed = seed;
        this.rates = rates;
        this.happenings = happenings;
        this.pause = pause;
        this.clock = clock;
    }

    /**
     * A plan without faults.
     *
     * @param seed decides together with a request's position
     * @return a plan
     */
    public static FaultPlan seeded(long seed) {
        return new FaultPlan(seed, Map.of(), List.of(), PAUSE, Clock.systemUTC());
    }

    /**
     * Adds a kind of fault, or changes how often it comes.
     *
     * @param kind what
     * @param rate the chance that a request meets it, 0 to 1
     * @return a new plan
     * @throws IllegalArgumentException if it is no chance, or all together are more than 1
     */
    public FaultPlan with(FaultKind kind, double rate) {
        return with(EnumSet.of(kind), rate);
    }

    /**
     * Adds kinds of fault, or changes how often they come.
     *
     * @param kinds which
     * @param rate the chance of each of them
     * @return a new plan
     * @throws IllegalArgumentException if it is no chance, or all together are more than 1
     */
    public FaultPlan with(Set<FaultKind> kinds, double rate) {
        requireChance(rate);
        Map<FaultKind, Double> more = new EnumMap<>(FaultKind.class);
        more.putAll(rates);
        kinds.forEach(kind -> more.put(kind, rate));
        double sum = more.values().stream().mapToDouble(Double::doubleValue).sum();
        if (sum > 1 + 1e-9) {
            throw new IllegalArgumentException("a request meets one fault at most, but the chances add up to " + sum);
        }
        return new FaultPlan(seed, Collections.unmodifiableMap(more), happenings, pause, clock);
    }

    /**
     * Adds something that happens just before the registry gets a request, or would have got it: tokens expire, a tag moves.
     *
     * @param name for the log
     * @param rate the chance that it happens at a request, 0 to 1
     * @param event must be thread-safe; what it throws is the answer's failure, and the client sees 500
     * @return a new plan
     * @throws IllegalArgumentException if it is no chance
     */
    public FaultPlan event(String name, double rate, Runnable event) {
        requireChance(rate);
        List<Happening> more = new ArrayList<>(happenings);
        more.add(new Happening(name, rate, event));
        return new FaultPlan(seed, rates, List.copyOf(more), pause, clock);
    }

    /**
     * Sets how long {@link FaultKind#THROTTLED} waits between two drops, of which there are 8 at most; before the first it waits
     * as long.
     *
     * @param time 0 or more; 2 milliseconds unless set
     * @return a new plan
     */
    public FaultPlan pause(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("a pause takes no negative time: " + time);
        }
        return new FaultPlan(seed, rates, happenings, time, clock);
    }

    /**
     * Sets by which clock the dates in {@code Retry-After} are near.
     *
     * @param time the system's unless set
     * @return a new plan
     */
    public FaultPlan clock(Clock time) {
        return new FaultPlan(seed, rates, happenings, pause, Objects.requireNonNull(time, "time"));
    }

    private static void requireChance(double rate) {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("a chance is 0 to 1, not " + rate);
        }
    }

    /**
     * The seed.
     *
     * @return as given
     */
    public long seed() {
        return seed;
    }

    Duration pause() {
        return pause;
    }

    Clock clock() {
        return clock;
    }

    /** What becomes of the request that is the n-th of its kind, from 1. */
    Fate fate(String method, String target, int number) {
        SplittableRandom random = new SplittableRandom(position(method, target, number));
        Optional<FaultKind> kind = draw(random.nextDouble());
        List<Happening> happening = new ArrayList<>();
        for (Happening one : happenings) {
            if (random.nextDouble() < one.rate()) {
                happening.add(one);
            }
        }
        return new Fate(kind, happening, random);
    }

    private Optional<FaultKind> draw(double chance) {
        double left = chance;
        for (Map.Entry<FaultKind, Double> rate : rates.entrySet()) {
            left -= rate.getValue();
            if (left < 0) {
                return Optional.of(rate.getKey());
            }
        }
        return Optional.empty();
    }

    /** The 64-bit hash FNV-1a, spread by the generator that it seeds. */
    private long position(String method, String target, int number) {
        long hash = 0xcbf29ce484222325L ^ seed;
        String text = method + ' ' + target + ' ' + number;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return new SplittableRandom(hash ^ Long.reverse(seed)).nextLong();
    }

    /** Seed and chances, for messages. */
    @Override
    public String toString() {
        return "seed " + seed + " " + rates + " " + happenings;
    }
}
