package io.github.registryclient.testkit.manner;

/** Harbor. */
final class Harbor {
    private Harbor() {}

    static Manners manners() {
        return content(listing(Manners.of("Harbor")));
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
        return manners;
    }
}
