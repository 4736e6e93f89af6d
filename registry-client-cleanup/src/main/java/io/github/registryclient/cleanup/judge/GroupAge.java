package io.github.registryclient.cleanup.judge;

import io.github.registryclient.cleanup.age.Age;
import io.github.registryclient.cleanup.age.AgeEvidence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Whether a group had no push for some time: the newest of it is older than that, and for each member the time stamp in its tag or
 * the ledger says so too, because dates in documents say nothing of pushes.
 */
final class GroupAge {
    private final Instant now;

    GroupAge(Instant now) {
        this.now = now;
    }

    Finding of(List<Candidate> members, Duration term) {
        Finding all = Finding.YES;
        for (Candidate member : members) {
            all = all.and(of(member, term));
        }
        return all;
    }

    /** Of what may belong to the group: it matters only where it is not known to be older. */
    Finding ofPerhaps(List<Candidate> members, Duration term) {
        Finding all = Finding.YES;
        for (Candidate member : members) {
            if (of(member, term).truth() != Truth.YES) {
                all = all.and(Finding.unknown("whether " + member.tagText() + " belongs to its group is unknown"));
            }
        }
        return all;
    }

    private Finding of(Candidate member, Duration term) {
        Instant limit = now.minus(term);
        Age age = member.age();
        if (age.noLaterThan().isEmpty()) {
            return Finding.unknown("the age of " + member.tagText() + " in its group is unknown");
        }
        if (age.time().filter(time -> !time.isBefore(limit)).isPresent()) {
            return Finding.NO;
        }
        if (age.noLaterThan().filter(time -> !time.isBefore(limit)).isPresent()) {
            return Finding.unknown(Conditions.tooYoungALedger(age, term));
        }
        if (age.push().isEmpty()) {
            return Finding.unknown(
                    "neither a time stamp in the tag " + member.tagText() + " nor a ledger says when it was pushed");
        }
        AgeEvidence push = age.push().get();
        Instant pushed = push.time().orElseThrow();
        if (pushed.isBefore(limit)) {
            return Finding.YES;
        }
        return push.orEarlier()
                ? Finding.unknown(
                        "the ledger began only at " + pushed + "; this can be told from " + pushed.plus(term) + " on")
                : Finding.NO;
    }
}
