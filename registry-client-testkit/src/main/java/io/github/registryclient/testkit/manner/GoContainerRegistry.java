package io.github.registryclient.testkit.manner;

/** The registry of go-containerregistry, {@code crane registry serve}. */
final class GoContainerRegistry {
    private GoContainerRegistry() {}

    static Manners manners() {
        return content(listing(Manners.of("go-containerregistry")));
    }

    private static Manners listing(Manners manners) {
        return manners;
    }

    private static Manners content(Manners manners) {
        return manners;
    }
}
