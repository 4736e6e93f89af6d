package io.github.registryclient.testkit.manner;

/** Distribution 3, on a disk: what its releases share, and in what they differ. */
final class Distribution3 {
    private Distribution3() {}

    static Manners manners300() {
        return content300(listing300(content(listing(Manners.of("distribution 3.0.0")))));
    }

    static Manners manners310() {
        return content310(listing310(content(listing(Manners.of("distribution 3.1.0")))));
    }

    static Manners manners311() {
        return content311(listing311(content(listing(Manners.of("distribution 3.1.1")))));
    }

    private static Manners listing(Manners manners) {
        return manners;
    }

    private static Manners listing300(Manners manners) {
        return manners;
    }

    private static Manners listing310(Manners manners) {
        return manners;
    }

    private static Manners listing311(Manners manners) {
        return manners;
    }

    private static Manners content(Manners manners) {
        return manners;
    }

    private static Manners content300(Manners manners) {
        return manners;
    }

    private static Manners content310(Manners manners) {
        return manners;
    }

    private static Manners content311(Manners manners) {
        return manners;
    }
}
