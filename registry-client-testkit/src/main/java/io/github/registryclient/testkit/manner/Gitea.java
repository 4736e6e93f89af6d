package io.github.registryclient.testkit.manner;

/** Gitea and Forgejo. */
final class Gitea {
    private Gitea() {}

    static Manners manners() {
        return content(listing(Manners.of("Gitea")));
    }

    private static Manners listing(Manners manners) {
        return manners;
    }

    private static Manners content(Manners manners) {
        return manners;
    }
}
