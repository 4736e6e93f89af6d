package io.github.registryclient.testkit.manner;

/** Harbor. */
final class Harbor {
    private Harbor() {}

    static Manners manners() {
        return content(listing(Manners.of("Harbor")));
    }

    private static Manners listing(Manners manners) {
        return manners;
    }

    private static Manners content(Manners manners) {
        return manners;
    }
}
