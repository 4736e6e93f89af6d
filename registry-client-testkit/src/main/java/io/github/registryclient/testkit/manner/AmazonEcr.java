package io.github.registryclient.testkit.manner;

/** Amazon's registry. */
final class AmazonEcr {
    private AmazonEcr() {}

    static Manners manners() {
        return listing(content(Manners.of("Amazon ECR")));
    }

    private static Manners listing(Manners manners) {
        return manners.with(
                        TagListManner.N_ABOVE_1000_IS_UNSUPPORTED,
                        "go-containerregistry pkg/v1/remote/options.go:109-111")
                .with(
                        CatalogManner.N_ABOVE_1000_IS_UNSUPPORTED,
                        "go-containerregistry pkg/v1/remote/options.go:109-111");
    }

    private static Manners content(Manners manners) {
        return manners.with(
                        DeletionManner.LAST_TAG_TAKES_THE_MANIFEST,
                        "user guide, \"Deleting an image\": the last tag removed deletes the image")
                .with(
                        DeletionManner.CHILD_IS_REFERENCED_BY_A_LIST,
                        "failure code ImageReferencedByManifestList of BatchDeleteImage; which status a DELETE gets "
                                + "is not known, 400 is a guess");
    }
}
