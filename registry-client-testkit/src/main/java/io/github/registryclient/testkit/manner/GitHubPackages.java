package io.github.registryclient.testkit.manner;

/** GitHub's registry. */
final class GitHubPackages {
    private GitHubPackages() {}

    static Manners manners() {
        return content(listing(Manners.of("GHCR")));
    }

    private static Manners listing(Manners manners) {
        return manners;
    }

    private static Manners content(Manners manners) {
        return manners;
    }
}
