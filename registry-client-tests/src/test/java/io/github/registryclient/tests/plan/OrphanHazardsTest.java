package io.github.registryclient.tests.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.cleanup.Planner;
import io.github.registryclient.cleanup.policy.Defect;
import io.github.registryclient.cleanup.policy.ManifestKind;
import io.github.registryclient.cleanup.policy.NameFilter;
import io.github.registryclient.cleanup.policy.Policy;
import io.github.registryclient.cleanup.policy.Rule;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.util.List;
import org.junit.jupiter.api.Test;

/** H21: signatures, and other things that hang on what is in no repository, or in another one. */
class OrphanHazardsTest extends PlanScene {
    private static final RepositoryName SIGNATURES = RepositoryName.of("signatures");
    private static final Policy ORPHANS = policy(Rule.delete("orphans").addDefects(Defect.ORPHANED));

    private void pushSignatureOf(SampleManifest subject) {
        push(SampleRepository.named(SIGNATURES.toString())
                .tag("a", old())
                .tag("b", old())
                .tag(signatureTag(subject), images.cosignSignature(subject)));
    }

    private List<Digest> signatureDeletions() {
        return plan(ORPHANS).repository(SIGNATURES).orElseThrow().deletions();
    }

    @Test
    void h21_signatures_of_what_is_in_another_repository_stay() {
        SampleManifest subject = old();
        push(SampleRepository.named("app").tag("v", subject));
        pushSignatureOf(subject);

        assertThat(signatureDeletions()).isEmpty();
        RegistryFiller.of(registry.uri()).deleteManifest(APP, subject.digest());
        assertThat(signatureDeletions()).hasSize(1);
    }

    @Test
    void h21_signatures_of_what_has_no_tag_in_another_repository_stay() {
        SampleManifest subject = old();
        push(SampleRepository.named("app").tag("v", old()).untagged(subject));
        pushSignatureOf(subject);

        assertThat(signatureDeletions()).isEmpty();
        RegistryFiller.of(registry.uri()).deleteManifest(APP, subject.digest());
        assertThat(signatureDeletions()).hasSize(1);
    }

    @Test
    void h21_with_only_a_part_of_the_registry_read_no_signature_is_orphaned_unless_the_rule_says_so() {
        SampleManifest gone = old();
        push(SampleRepository.named("app")
                .tag("a", old())
                .tag("b", old())
                .tag(signatureTag(gone), images.cosignSignature(gone)));
        Rule orphans = Rule.delete("orphans").addDefects(Defect.ORPHANED).build();
        Rule here = Rule.delete("orphans here")
                .repositories(NameFilter.builder().include("app").build())
                .addDefects(Defect.ORPHANED)
                .subjectsHere(true)
                .build();

        assertThat(deletions(
                        Planner.of(client, Policy.builder().addRules(orphans).build())
                                .repositories(List.of(APP))
                                .build()
                                .plan()))
                .isEmpty();
        assertThat(deletions(Planner.of(client, Policy.builder().addRules(here).build())
                        .repositories(List.of(APP))
                        .build()
                        .plan()))
                .hasSize(1);
    }

    @Test
    void h21_where_most_tags_are_signatures_none_is_orphaned() {
        SampleManifest gone = old();
        SampleManifest alsoGone = old();
        push(SampleRepository.named("app")
                .tag("a", old())
                .tag(signatureTag(gone), images.cosignSignature(gone))
                .tag(signatureTag(alsoGone), images.cosignSignature(alsoGone)));

        assertThat(deletions(plan(policy(Rule.delete("orphans").addDefects(Defect.ORPHANED)))))
                .isEmpty();
    }

    /** An SBOM or a signature may have the types of an image, and then no rule about images is about it. */
    @Test
    void a_tag_in_cosigns_form_is_of_the_kind_that_its_form_says_whatever_its_types() {
        SampleManifest gone = old();
        push(SampleRepository.named("app").tag("a", old()).tag("b", old()).tag(signatureTag(gone), old()));
        Rule.Builder images = Rule.delete("images").addKinds(ManifestKind.IMAGE, ManifestKind.SBOM);
        Rule.Builder signatures = Rule.delete("signatures").addKinds(ManifestKind.SIGNATURE);

        assertThat(deletions(plan(policy(images.addDefects(Defect.ORPHANED))))).isEmpty();
        assertThat(deletions(plan(policy(signatures.addDefects(Defect.ORPHANED)))))
                .hasSize(1);
    }
}
