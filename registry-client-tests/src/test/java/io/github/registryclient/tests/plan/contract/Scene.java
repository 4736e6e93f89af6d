package io.github.registryclient.tests.plan.contract;

import static io.github.registryclient.cleanup.judge.Verdict.DELETE;
import static io.github.registryclient.cleanup.judge.Verdict.KEEP;
import static io.github.registryclient.cleanup.judge.Verdict.UNTAG;

import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.sample.ImageSpec;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import io.github.registryclient.testkit.sample.UncooperativeRegistryException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is pushed, by which tools, and what is to become of it. */
final class Scene {
    static final RepositoryName WEB = RepositoryName.of("shop/web");
    static final RepositoryName BASE = RepositoryName.of("library/base");
    static final Policy POLICY = Policy.parse("{\"policyVersion\": 1, \"rules\": ["
            + "{\"name\": \"pull requests\", \"action\": \"delete\", \"tags\": {\"include\": [\"pr-*\"]}},"
            + "{\"name\": \"nightly builds beyond the newest 2\", \"action\": \"delete\","
            + " \"tags\": {\"include\": [\"nightly-*\"]}, \"beyondNewest\": 2},"
            + "{\"name\": \"broken\", \"action\": \"delete\", \"tags\": {\"include\": [\"broken-*\"]},"
            + " \"defects\": [\"partialIndex\"]},"
            + "{\"name\": \"dangling\", \"action\": \"delete\", \"tags\": {\"include\": [\"lost-*\"]},"
            + " \"defects\": [\"danglingTag\"]}]}");
    static final String SBOM = "application/spdx+json";
    static final String SIGNATURE = "application/vnd.cncf.notary.signature";

    private final SampleImages images = SampleImages.seeded(9);
    final SampleManifest base = images.image(ImageSpec.defaults().withLayers(2, 3000));
    /** A release, and two pull requests that changed nothing. */
    final SampleManifest release = images.imageOn(base, ImageSpec.defaults());
    /** A pull request with two tags, built on the base and pushed to the other repository as well. */
    final SampleManifest gone = images.imageOn(base, ImageSpec.defaults());

    final SampleManifest latest = images.image();
    final SampleManifest tagged = images.image(ImageSpec.defaults().onPlatform("linux", "arm64"));
    final SampleManifest untagged = images.image();
    final SampleManifest index = images.index(List.of(untagged, tagged));
    final SampleManifest needed = images.image();
    final SampleManifest stable = images.index(List.of(needed, images.image()));
    final SampleManifest nested = images.nestedIndex();
    final SampleManifest built = images.indexWithAttestation();
    final SampleManifest edge = images.indexWithAttestation();
    final SampleManifest oldest = images.imageOn(gone, created("2024-01-01T00:00:00Z"));
    final SampleManifest older = images.image(created("2024-01-02T00:00:00Z"));
    final SampleManifest newest = images.image(created("2024-01-03T00:00:00Z"));
    final SampleManifest present = images.image();
    final SampleManifest absent = images.image();
    final SampleManifest partial = images.index(List.of(present, absent));
    final SampleManifest lost = images.image();
    final SampleManifest keptSignature = images.cosignSignature(latest);
    final SampleManifest goneSignature = images.cosignSignature(gone);

    private final Place place;
    private final Set<Difference> differences;
    private final List<Part> keptByOras = new ArrayList<>();
    private final List<Part> goneByOras = new ArrayList<>();

    Scene(Place place, Set<Difference> differences) {
        this.place = place;
        this.differences = differences;
    }

    private static ImageSpec created(String time) {
        return ImageSpec.defaults().createdAt(Instant.parse(time));
    }

    boolean has(Difference difference) {
        return differences.contains(difference);
    }

    void push(Path folder) throws IOException, InterruptedException {
        RegistryFiller filler = RegistryFiller.of(place.uri());
        fill(
                filler,
                SampleRepository.named(BASE.toString())
                        .tag("1.0.0", base)
                        .tag("pr-9", gone)
                        .build());
        fill(filler, web());
        if (!has(Difference.MANIFESTS_IN_MEMORY)) {
            place.loseManifest(WEB, lost.digest());
        }
        Oras oras = new Oras(place.uri(), folder);
        attach(oras, latest, keptByOras);
        attach(oras, gone, goneByOras);
    }

    /** 2.8 now and then does not find a child while that is tagged at the same time. */
    private static void fill(RegistryFiller filler, SampleRepository repository) {
        try {
            filler.push(repository);
        } catch (UncooperativeRegistryException busy) {
            filler.push(repository);
        }
    }

    private SampleRepository web() {
        SampleRepository.Builder web = SampleRepository.named(WEB.toString())
                .tag("1.0.0", release)
                .tag("pr-1", release)
                .tag("pr-2", release)
                .tag("pr-3", gone)
                .tag("pr-4", gone)
                .tag(signatureTag(gone), goneSignature)
                .tag("latest", latest)
                .tag(signatureTag(latest), keptSignature)
                .tag("pr-5", index)
                .tag("arm", tagged)
                .tag("stable", stable)
                .tag("pr-6", needed)
                .tag("pr-7", nested)
                .tag("pr-8", built)
                .tag("edge", edge)
                .tag("nightly-1", oldest)
                .tag("nightly-2", older)
                .tag("nightly-3", newest)
                .tag("nightly-3b", newest);
        if (!has(Difference.NO_PARTIAL_INDEX)) {
            web.tag("broken-1", partial).deleted(absent);
        }
        return has(Difference.MANIFESTS_IN_MEMORY)
                ? web.build()
                : web.tag("lost-1", lost).build();
    }

    /** Two things on an image, so that a fallback tag is written twice, and one on the first of them. */
    private void attach(Oras oras, SampleManifest image, List<Part> to) throws IOException, InterruptedException {
        Part sbom = oras.attach(WEB, image.digest(), SBOM, "what is in " + image.digest());
        to.add(sbom);
        to.add(oras.attach(WEB, image.digest(), SIGNATURE, "signed: " + image.digest()));
        to.add(oras.attach(WEB, sbom.digest(), SIGNATURE, "signed: " + sbom.digest()));
    }

    Expected expected() throws IOException, InterruptedException {
        Expected expected = new Expected()
                .tag(BASE, "1.0.0", KEEP)
                .tag(BASE, "pr-9", DELETE)
                .stay(BASE, base)
                .go(BASE, gone);
        expected.tag(WEB, "1.0.0", KEEP)
                .tag(WEB, "pr-1", UNTAG)
                .tag(WEB, "pr-2", UNTAG)
                .stay(WEB, release)
                .tag(WEB, "pr-3", DELETE)
                .tag(WEB, "pr-4", DELETE)
                .tag(WEB, signatureTag(gone), DELETE)
                .go(WEB, gone, goneSignature)
                .tag(WEB, "latest", KEEP)
                .tag(WEB, signatureTag(latest), KEEP)
                .stay(WEB, latest, keptSignature)
                .tag(WEB, "pr-5", DELETE)
                .tag(WEB, "arm", KEEP)
                .go(WEB, index, untagged)
                .stay(WEB, tagged)
                .tag(WEB, "stable", KEEP)
                .tag(WEB, "pr-6", UNTAG)
                .stay(WEB, stable, needed, stable.children().get(1))
                .tag(WEB, "pr-7", DELETE)
                .go(WEB, nested, nested.children().get(0), nested.children().get(1))
                .go(WEB, nested.children().get(0).children().toArray(SampleManifest[]::new))
                .tag(WEB, "pr-8", DELETE)
                .go(WEB, built, built.children().get(0), built.children().get(1))
                .tag(WEB, "edge", KEEP)
                .stay(WEB, edge, edge.children().get(0), edge.children().get(1))
                .tag(WEB, "nightly-1", DELETE)
                .go(WEB, oldest)
                .tag(WEB, "nightly-2", KEEP)
                .tag(WEB, "nightly-3", KEEP)
                .tag(WEB, "nightly-3b", KEEP)
                .stay(WEB, older, newest);
        if (!has(Difference.NO_PARTIAL_INDEX)) {
            expected.tag(WEB, "broken-1", DELETE).go(WEB, partial, present);
        }
        if (!has(Difference.MANIFESTS_IN_MEMORY)) {
            expected.tag(WEB, "lost-1", DELETE);
        }
        keptByOras.forEach(part -> expected.stays(WEB, part));
        goneByOras.forEach(part -> expected.goes(WEB, part));
        return has(Difference.NO_REFERRERS_API) ? withFallbackTags(expected) : expected;
    }

    /** Of an image, and of the first thing that was attached to it. */
    private Expected withFallbackTags(Expected expected) throws IOException, InterruptedException {
        for (Digest subject : List.of(latest.digest(), keptByOras.get(0).digest())) {
            expected.tag(WEB, fallbackTag(subject), KEEP).stays(WEB, fallbackIndex(subject));
        }
        for (Digest subject : List.of(gone.digest(), goneByOras.get(0).digest())) {
            expected.tag(WEB, fallbackTag(subject), DELETE).goes(WEB, fallbackIndex(subject));
        }
        return expected;
    }

    private Part fallbackIndex(Digest subject) throws IOException, InterruptedException {
        return Part.of(Plain.get(place.uri(), "/v2/" + WEB + "/manifests/" + fallbackTag(subject)));
    }

    List<Part> goneByOras() {
        return goneByOras;
    }

    List<Part> keptByOras() {
        return keptByOras;
    }

    static String fallbackTag(Digest subject) {
        return subject.algorithm() + "-" + subject.encoded();
    }

    static String signatureTag(SampleManifest subject) {
        return fallbackTag(subject.digest()) + ".sig";
    }
}
