package io.github.registryclient.tests.campaign;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.sample.SampleManifest;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Compares what a repository holds after a run with what it held before, what others did, and what was asked for. */
final class Oracle {
    private final Target target;
    private final Map<Digest, SampleManifest> samples;
    private final Traffic traffic;
    private final Findings findings;

    Oracle(Target target, Map<Digest, SampleManifest> samples, Traffic traffic, Findings findings) {
        this.target = target;
        this.samples = samples;
        this.traffic = traffic;
        this.findings = findings;
    }

    void judge(History history) {
        Target.Contents after = target.contents(history.repository());
        Set<Digest> mayBeGone = mayBeGone(history);
        for (Digest digest : history.before().manifests()) {
            findings.check(
                    after.manifests().contains(digest) || mayBeGone.contains(digest),
                    "deleted without having been asked for: " + history.repository() + "@" + digest);
        }
        for (Digest digest : after.manifests()) {
            findings.check(
                    history.before().manifests().contains(digest),
                    "come from nowhere: " + history.repository() + "@" + digest);
        }
        for (Tag tag : history.everTagged()) {
            judge(history, tag, after, mayBeGone);
        }
        findings.check(
                after.blobs().containsAll(history.before().blobs()), "blobs are gone in " + history.repository());
    }

    private void judge(History history, Tag tag, Target.Contents after, Set<Digest> mayBeGone) {
        Digest expected = history.last(tag);
        Digest found = after.tags().get(tag);
        findings.check(
                !traffic.deletedASeenPush(history, tag),
                "deleted though a look had seen a push: " + history.repository() + ":" + tag);
        if (found == null) {
            boolean asked = history.askedTags().contains(tag) || mayBeGone.contains(expected);
            findings.check(asked, "gone without having been asked for: " + history.repository() + ":" + tag);
        } else {
            findings.check(
                    found.equals(expected),
                    history.repository() + ":" + tag + " points to " + found + " and not to " + expected);
        }
    }

    /** What was asked for, and what this registry is known to take along. */
    private Set<Digest> mayBeGone(History history) {
        Set<Digest> gone = new HashSet<>(history.askedDigests());
        if (target.takesUntagged()) {
            history.askedTags().forEach(tag -> gone.addAll(history.pointed(tag, 0, Integer.MAX_VALUE)));
        }
        if (target.takesChildren()) {
            Set.copyOf(gone).forEach(digest -> addChildren(digest, gone));
        }
        return gone;
    }

    private void addChildren(Digest digest, Set<Digest> into) {
        SampleManifest sample = samples.get(digest);
        if (sample != null) {
            sample.children().forEach(child -> {
                into.add(child.digest());
                addChildren(child.digest(), into);
            });
        }
    }
}
