package io.github.registryclient.testkit.manner;

/** Google's registries. */
final class GoogleRegistries {
    private GoogleRegistries() {}

    static Manners manners() {
        return content(listing(Manners.of("GCR")));
    }

    private static Manners listing(Manners manners) {
        return manners;
    }

    private static Manners content(Manners manners) {
        return manners;
    }
}
