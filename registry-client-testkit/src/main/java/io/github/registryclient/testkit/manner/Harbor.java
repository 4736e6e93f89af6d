package io.github.registryclient.testkit.manner;

/** Harbor. */
final class Harbor {
    private Harbor() {}

    static Manners manners() {
        return challenges(listing(content(Manners.of("Harbor"))));
    }

    private static Manners listing(Manners manners) {
        return manners.with(CatalogManner.EMPTY_IS_ABSENT, "c50c7dd src/server/registry/catalog.go lists NonEmptyRepos")
                .with(CatalogManner.UNKNOWN_LAST_IS_REFUSED, "c50c7dd src/server/registry/catalog.go:82-84")
                .with(
                        CatalogManner.LAST_NEEDS_N,
                        "c50c7dd src/server/registry/catalog.go answers everything where there is no n")
                .with(CatalogManner.BAD_N_IS_A_BAD_REQUEST, "c50c7dd src/server/registry/catalog.go")
                .with(
                        LinkManner.LAST_BEFORE_N,
                        "c50c7dd src/server/registry/util/util.go SetLinkHeader encodes the query sorted")
                .with(AnswerManner.JSON_WITH_CHARSET, "c50c7dd src/server/registry/util/util.go SendListTagsResponse");
    }

    private static Manners content(Manners manners) {
        return manners.with(
                        ManifestManner.OCI_IMAGE_MUST_BE_ACCEPTED,
                        "c50c7dd src/server/registry/manifest.go hands GET on to distribution 2.8 with the same Accept")
                .with(
                        ManifestManner.OCI_INDEX_MUST_BE_ACCEPTED,
                        "c50c7dd src/server/registry/manifest.go hands GET on to distribution 2.8 with the same Accept")
                .with(DeletionManner.TAG_IS_UNSUPPORTED, "c50c7dd src/server/registry/manifest.go deleteManifest")
                .with(
                        DeletionManner.INDEX_TAKES_ITS_CHILDREN,
                        "c50c7dd src/controller/artifact/controller.go deleteDeeply")
                .with(
                        DeletionManner.CHILD_IS_A_FOREIGN_KEY,
                        "c50c7dd src/controller/artifact/controller.go deleteDeeply; src/lib/http/error.go: 412")
                .with(
                        DeletionManner.IMMUTABLE_TAG_IS_A_PRECONDITION,
                        "c50c7dd src/controller/tag/controller.go Delete");
    }

    private static Manners challenges(Manners manners) {
        return manners.with(
                        ChallengeManner.BASIC_ONCE_AUTHORIZED,
                        "c50c7dd src/server/middleware/v2auth/auth.go getChallenge")
                .with(ChallengeManner.BASIC_FOR_CATALOG, "c50c7dd src/server/middleware/v2auth/auth.go getChallenge");
    }
}
