package io.github.registryclient.testkit.manner;

/** Pulp. */
final class Pulp {
    private Pulp() {}

    static Manners manners() {
        return content(listing(Manners.of("Pulp")));
    }

    private static Manners listing(Manners manners) {
        return manners;
    }

    private static Manners content(Manners manners) {
        return manners;
    }
}
