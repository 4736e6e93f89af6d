package io.github.registryclient.testkit.manner;

/** Quay. */
final class Quay {
    private Quay() {}

    static Manners manners() {
        return content(listing(Manners.of("Quay")));
    }

    private static Manners listing(Manners manners) {
        return manners;
    }

    private static Manners content(Manners manners) {
        return manners;
    }
}
