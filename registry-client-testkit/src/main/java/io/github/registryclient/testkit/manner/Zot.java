package io.github.registryclient.testkit.manner;

/** Zot. */
final class Zot {
    private Zot() {}

    static Manners manners() {
        return content(listing(Manners.of("zot")));
    }

    private static Manners listing(Manners manners) {
        return manners;
    }

    private static Manners content(Manners manners) {
        return manners;
    }
}
