package io.github.registryclient.testkit.manner;

/** Google's registries. */
final class GoogleRegistries {
    private GoogleRegistries() {}

    static Manners manners() {
        return challenges(listing(content(Manners.of("GCR"))));
    }

    private static Manners listing(Manners manners) {
        return manners.with(TagListManner.WITH_MANIFESTS, "go-containerregistry pkg/v1/google/list.go")
                .with(TagListManner.UNPAGED, "go-containerregistry pkg/v1/google/list.go asks for no second page");
    }

    private static Manners content(Manners manners) {
        return manners.with(DeletionManner.TAGGED_IS_REFUSED, "genuinetools/reg#136: 400 GOOGLE_MANIFEST_DANGLING_TAG")
                .with(
                        DeletionManner.CHILD_HAS_A_DANGLING_PARENT,
                        "GoogleCloudPlatform/gcr-cleaner#118, #130: 400 GOOGLE_MANIFEST_DANGLING_PARENT_IMAGE");
    }

    private static Manners challenges(Manners manners) {
        return manners.with(
                ChallengeManner.ONLY_AT_ROOT,
                "go-containerregistry pkg/v1/remote/transport/ping.go asks at /v2/ first");
    }
}
