package io.github.registryclient.testkit.manner;

/** Amazon's registry. */
final class AmazonEcr {
    private AmazonEcr() {}

    static Manners manners() {
        return content(listing(Manners.of("Amazon ECR")));
    }

    private static Manners listing(Manners manners) {
        return manners;
    }

    private static Manners content(Manners manners) {
        return manners;
    }
}
