package io.github.registryclient.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.registryclient.manifest.Descriptor;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Listing referrers, from the API or from the fallback tag. */
interface ReferrersContract extends ContractPart {
    @Test
    default void referrers_are_listed_and_filtered_by_type() {
        SampleImages images = registry().images("referrers");
        SampleManifest image = images.image();
        SampleManifest bom = images.referrer(image, "application/spdx+json");
        SampleManifest scan = images.referrer(image, "application/sarif+json");
        SampleManifest otherBom = images.referrer(image, "application/spdx+json");
        SampleRepository repository = fill("referrers", images, image, List.of(bom, scan, otherBom));

        assertEquals(
                Set.of(bom.digest(), scan.digest(), otherBom.digest()),
                digests(client().listReferrers(repository.name(), image.digest())
                        .toList()));
        assertEquals(
                Set.of(bom.digest(), otherBom.digest()),
                digests(client().listReferrers(repository.name(), image.digest(), "application/spdx+json")
                        .toList()));
        assertEquals(
                List.of(),
                client().listReferrers(repository.name(), image.digest(), "text/plain")
                        .toList());
    }

    @Test
    default void a_manifest_without_referrers_has_an_empty_listing() {
        SampleManifest image = registry().images("referrers-none").image();
        SampleRepository repository = registry().fill("referrers-none", content -> content.tag("1", image));

        assertEquals(
                List.of(),
                client().listReferrers(repository.name(), image.digest()).toList());
        assertEquals(
                List.of(), client().listReferrers(repository.name(), nobodys()).toList());
    }

    @Test
    default void signatures_under_tags_are_no_referrers() {
        SampleImages images = registry().images("referrers-cosign");
        SampleManifest image = images.image();
        RepositoryName repository = registry()
                .fill("referrers-cosign", content -> content.tag("1", image).cosignTag(images, image))
                .name();

        assertEquals(
                List.of(), client().listReferrers(repository, image.digest()).toList());
    }

    private SampleRepository fill(
            String suffix, SampleImages images, SampleManifest subject, List<SampleManifest> referrers) {
        return registry().fill(suffix, content -> {
            content.tag("1", subject);
            referrers.forEach(content::untagged);
            return registry().has(Departure.NO_REFERRERS_API) ? content.fallbackTag(images, referrers) : content;
        });
    }

    private static Set<Digest> digests(Collection<Descriptor> listed) {
        return listed.stream().map(Descriptor::digest).collect(Collectors.toSet());
    }
}
