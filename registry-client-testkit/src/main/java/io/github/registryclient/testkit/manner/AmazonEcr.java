package io.github.registryclient.testkit.manner;

/** Amazon's registry. */
final class AmazonEcr {
    private AmazonEcr() {}

    static Manners manners() {
        return content(listing(Manners.of("Amazon ECR")));
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
        return manners;
    }
}
