package io.github.registryclient.testkit.manner;

/** Artifactory. */
final class Artifactory {
    private Artifactory() {}

    static Manners manners() {
        return content(listing(Manners.of("Artifactory")));
    }

    private static Manners listing(Manners manners) {
        return manners;
    }

    private static Manners content(Manners manners) {
        return manners;
    }
}
