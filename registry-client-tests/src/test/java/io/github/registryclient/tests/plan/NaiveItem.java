package io.github.registryclient.tests.plan;

import io.github.registryclient.cleanup.policy.Defect;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A tag, or a manifest without one, that rules are asked about. */
final class NaiveItem {
    final String tag;
    final Optional<Parsed> manifest;
    final Optional<NaiveAge> age;
    final Set<Defect> defects = EnumSet.noneOf(Defect.class);
    /** Its subject is not in its repository; that says nothing of others. */
    boolean subjectMissingHere;

    NaiveItem(String tag, Optional<Parsed> manifest, Optional<NaiveAge> age) {
        this.tag = tag;
        this.manifest = manifest;
        this.age = age;
    }

    String digest() {
        return manifest.map(one -> one.digest).orElse("");
    }

    /** By the form of its tag, then by its types. */
    String kind() {
        if (tag.matches("sha256-[0-9a-f]{64}\\.sig")) {
            return "SIGNATURE";
        }
        if (tag.matches("sha256-[0-9a-f]{64}\\.att")) {
            return "ATTESTATION";
        }
        if (tag.matches("sha256-[0-9a-f]{64}\\.sbom")) {
            return "SBOM";
        }
        return manifest.map(Parsed::kind).orElse("");
    }
}
