package io.github.registryclient.testkit.manner;

/** GitHub's registry. */
final class GitHubPackages {
    private GitHubPackages() {}

    static Manners manners() {
        return listing(content(Manners.of("GHCR")));
    }

    private static Manners listing(Manners manners) {
        return manners.with(
                CatalogManner.ABSENT, "oras-go issue 621: ghcr.io does not list repositories through /v2/_catalog");
    }

    private static Manners content(Manners manners) {
        return manners.with(
                        DeletionManner.UNSUPPORTED,
                        "users' reports of 405 UNSUPPORTED for each DELETE: packages are deleted by another API")
                .with(ReferrersManner.SEE_OTHER, "artifacthub#4785: /referrers/ is 303 to github.com");
    }
}
