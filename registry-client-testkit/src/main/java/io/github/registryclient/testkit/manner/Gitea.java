package io.github.registryclient.testkit.manner;

/** Gitea and Forgejo. */
final class Gitea {
    private Gitea() {}

    static Manners manners() {
        return challenges(listing(Manners.of("Gitea")));
    }

    private static Manners listing(Manners manners) {
        return manners.with(
                        LinkManner.ON_NON_EMPTY_PAGE,
                        "gitea routers/api/packages/container/container.go: a Link unless the page is empty")
                .with(
                        LinkManner.LAST_BEFORE_N,
                        "gitea routers/api/packages/container/container.go encodes the query sorted");
    }

    private static Manners challenges(Manners manners) {
        return manners.with(
                        ChallengeManner.BASIC_TOO,
                        "00dbfe2 routers/api/packages/container/container.go ReqContainerAccess")
                .with(
                        ChallengeManner.BASIC_WITHOUT_REALM,
                        "00dbfe2 routers/api/packages/container/container.go ReqContainerAccess")
                .with(
                        ChallengeManner.NO_SERVICE,
                        "00dbfe2 routers/api/packages/container/container.go ReqContainerAccess")
                .with(
                        ChallengeManner.NO_SCOPE,
                        "00dbfe2 routers/api/packages/container/container.go ReqContainerAccess");
    }
}
