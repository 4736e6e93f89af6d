package io.github.registryclient.testkit.manner;

/** Gitea and Forgejo. */
final class Gitea {
    private Gitea() {}

    static Manners manners() {
        return listing(content(Manners.of("Gitea")));
    }

    private static Manners listing(Manners manners) {
        return manners.with(
                LinkManner.ON_NON_EMPTY_PAGE,
                "gitea routers/api/packages/container/container.go: a Link unless the page is empty");
    }

    private static Manners content(Manners manners) {
        return manners;
    }
}
