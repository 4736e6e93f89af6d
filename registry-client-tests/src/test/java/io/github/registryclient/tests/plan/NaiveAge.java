package io.github.registryclient.tests.plan;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.registryclient.cleanup.policy.AgeRules;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How old a tag is: the youngest of what is said counts, unless one source is named. */
final class NaiveAge {
    static final String OWN_SOURCE = "x-own";

    private static final Instant FIRST = Instant.parse("2013-03-20T00:00:00Z");
    private static final Pattern STAMP = Pattern.compile("(?:.*\\D)?(20\\d{10})(\\d{0,5})(?:\\D.*)?");
    private static final Pattern DAY = Pattern.compile(".*-d(20\\d{6})");

    Optional<Instant> time = Optional.empty();
    String rest = "";
    /** Where nothing else is known: it is at least that old. */
    Optional<Instant> orEarlier = Optional.empty();
    /** It is no older than that, if anything else is known. */
    private Optional<Instant> noOlder = Optional.empty();

    /** By the stamp in the tag or the ledger alone. */
    Optional<Instant> push = Optional.empty();
    /** Where no push is known: there was none since then. */
    Optional<Instant> pushedOrEarlier = Optional.empty();
    /** When the ledger saw it first, if that was not when the ledger began. */
    Optional<Instant> firstSeen = Optional.empty();

    /** The ledger's sights are there, and perhaps not to be believed yet. */
    NaiveAge(
            NaiveRepository repository,
            String tag,
            Parsed manifest,
            AgeRules rules,
            OwnAges own,
            NaiveLedger ledger,
            boolean unsure) {
        Matcher stamp = STAMP.matcher(tag);
        Matcher day = DAY.matcher(tag);
        String digits = "";
        if (stamp.matches() && minute(stamp.group(1)).isPresent()) {
            push = possible(minute(stamp.group(1)));
            digits = stamp.group(2);
        } else if (rules.tagTimes().size() > 1 && day.matches()) {
            push = possible(day(day.group(1)));
        }
        Optional<String> only = rules.source();
        if (says("tag", only) && push.isPresent()) {
            time = push;
            rest = digits;
        }
        if (says("annotation", only)) {
            younger(date(manifest.annotation(RandomDocuments.CREATED)));
        }
        if (says("config", only)) {
            byConfig(repository, manifest);
        }
        if (says(OWN_SOURCE, only)) {
            younger(own.of(manifest.digest));
        }
        Optional<NaiveSight> sight = ledger.sight(repository.name, tag, manifest.digest);
        boolean ledgerSays = says("ledger", only);
        sight.ifPresent(one -> see(one, ledgerSays, unsure));
        if (time.isPresent()) {
            younger(noOlder);
        }
        if (own.fails(manifest.digest)
                || says("tag", only) && isInTheFuture(stamp, day, rules)
                || ledgerSays && unsure && sight.isPresent()) {
            time = Optional.empty();
            orEarlier = Optional.empty();
            rest = "";
        }
    }

    private void see(NaiveSight sight, boolean counts, boolean unsure) {
        Optional<Instant> since = Optional.of(sight.since);
        firstSeen = sight.orEarlier ? Optional.empty() : since;
        if (unsure) {
            return;
        }
        if (sight.orEarlier) {
            pushedOrEarlier = push.isPresent() ? Optional.empty() : since;
            orEarlier = counts && time.isEmpty() ? since : Optional.empty();
        } else {
            push = push.filter(stamp -> stamp.isAfter(sight.since)).or(() -> since);
            younger(counts ? since : Optional.empty());
        }
    }

    /** A stamp that is to come soon: nobody knows then how young it is. */
    private static boolean isInTheFuture(Matcher stamp, Matcher day, AgeRules rules) {
        Optional<Instant> said = Optional.empty();
        if (stamp.matches() && minute(stamp.group(1)).isPresent()) {
            said = minute(stamp.group(1));
        } else if (rules.tagTimes().size() > 1 && day.matches()) {
            said = day(day.group(1));
        }
        return said.filter(time -> time.isAfter(RandomTimes.NOW))
                .filter(time -> time.isBefore(RandomTimes.NOW.plus(Duration.ofDays(2))))
                .isPresent();
    }

    private static boolean says(String source, Optional<String> only) {
        return only.isEmpty() || only.get().equals(source);
    }

    private void younger(Optional<Instant> other) {
        if (other.isPresent() && (time.isEmpty() || other.get().isAfter(time.get()))) {
            time = other;
            rest = "";
        }
    }

    /** What the images in it say, each for itself. */
    private static List<Optional<Instant>> configs(NaiveRepository repository, Parsed manifest) {
        List<Optional<Instant>> all = new ArrayList<>();
        if (manifest.entries().isEmpty()) {
            all.add(manifest.config.flatMap(
                    config -> date(config.path("created").asText())));
        }
        for (JsonNode entry : manifest.entries()) {
            Parsed child = repository.manifests.get(entry.path("digest").asText());
            if (Parsed.isAttestation(entry)
                    || child != null
                            && List.of("SIGNATURE", "ATTESTATION", "SBOM").contains(child.kind())) {
                continue;
            }
            all.addAll(child == null ? List.of(Optional.empty()) : configs(repository, child));
        }
        return all;
    }

    /** Of an index the youngest; if one of its images says nothing, it is only known to be no older than the others. */
    private void byConfig(NaiveRepository repository, Parsed manifest) {
        Optional<Instant> youngest = Optional.empty();
        boolean all = true;
        for (Optional<Instant> one : configs(repository, manifest)) {
            all &= one.isPresent();
            if (one.isPresent() && (youngest.isEmpty() || one.get().isAfter(youngest.get()))) {
                youngest = one;
            }
        }
        if (all) {
            younger(youngest);
        } else {
            noOlder = youngest;
        }
    }

    private static Optional<Instant> minute(String digits) {
        try {
            DateTimeFormatter form =
                    DateTimeFormatter.ofPattern("uuuuMMddHHmm").withResolverStyle(ResolverStyle.STRICT);
            return Optional.of(LocalDateTime.parse(digits, form).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> day(String digits) {
        try {
            DateTimeFormatter form = DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
            return Optional.of(LocalDate.parse(digits, form)
                    .atStartOfDay(ZoneId.of("Europe/Berlin"))
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> date(String text) {
        try {
            return possible(Optional.of(OffsetDateTime.parse(text).toInstant()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> possible(Optional<Instant> date) {
        return date.filter(time -> !time.isBefore(FIRST) && !time.isAfter(RandomTimes.NOW));
    }
}
