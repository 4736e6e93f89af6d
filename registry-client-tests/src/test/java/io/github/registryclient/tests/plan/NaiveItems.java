package io.github.registryclient.tests.plan;

import io.github.registryclient.cleanup.policy.AgeRules;
import io.github.registryclient.cleanup.policy.Defect;
import io.github.registryclient.cleanup.policy.Policy;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Makes of tags what rules are asked about. */
final class NaiveItems {
    private final NaiveRepository repository;
    private final AgeRules ages;
    private final OwnAges own;
    private final NaiveLedger ledger;
    private final boolean unsure;
    private final Predicate<String> isNowhere;

    NaiveItems(
            NaiveRepository repository, Policy policy, OwnAges own, NaiveLedger ledger, Predicate<String> isNowhere) {
        this.repository = repository;
        this.ages = policy.ages();
        this.own = own;
        this.ledger = ledger;
        this.unsure = ledger.isUnsure(policy);
        this.isNowhere = isNowhere;
    }

    NaiveItem dangling(String tag) {
        NaiveItem item = new NaiveItem(tag, Optional.empty(), Optional.empty());
        item.defects.add(Defect.DANGLING_TAG);
        return item;
    }

    NaiveItem tag(String tag) {
        return item(tag, repository.manifests.get(repository.tags.get(tag)));
    }

    NaiveItem untagged(String digest) {
        return item("", repository.manifests.get(digest));
    }

    private NaiveItem item(String tag, Parsed manifest) {
        NaiveAge age = new NaiveAge(repository, tag, manifest, ages, own, ledger, unsure);
        NaiveItem item = new NaiveItem(tag, Optional.of(manifest), Optional.of(age));
        if (!repository.manifests.keySet().containsAll(manifest.children())) {
            item.defects.add(Defect.PARTIAL_INDEX);
        }
        if (!repository.blobs.containsAll(manifest.blobs())) {
            item.defects.add(Defect.MISSING_BLOBS);
        }
        Set<String> subjects = repository.subjects(manifest.digest);
        item.subjectMissingHere = !subjects.isEmpty();
        boolean nowhere = !subjects.isEmpty() && !mostlySignatures();
        for (String subject : subjects) {
            item.subjectMissingHere &= !repository.stored.contains(subject);
            nowhere &= isNowhere.test(subject);
        }
        if (nowhere) {
            item.defects.add(Defect.ORPHANED);
        }
        return item;
    }

    private boolean mostlySignatures() {
        int followers = 0;
        for (String tag : repository.tags.keySet()) {
            followers += repository.isFollower(tag) ? 1 : 0;
        }
        return followers * 2 > repository.tags.size();
    }
}
