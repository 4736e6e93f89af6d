package io.github.registryclient.testkit.manner;

/** Distribution 2.8, on a disk. */
final class Distribution2 {
    private Distribution2() {}

    static Manners manners() {
        return content(listing(Manners.of("distribution 2.8")));
    }

    private static Manners listing(Manners manners) {
        return manners.with(
                        TagListManner.NEVER_TAGGED_IS_UNKNOWN,
                        "v2.8.3 registry/storage/tagstore.go lists a folder; seen on 2.8.2: 404 until a tag was pushed, 200 for ever after")
                .with(
                        TagListManner.UNSORTED,
                        "v2.8.3 registry/storage/tagstore.go: as the file system lists them; seen on 2.8.2")
                .with(
                        TagListManner.NULL_WHEN_EMPTY,
                        "v2.8.3 registry/handlers/tags.go answers a slice that is nil; seen on 2.8.2 after the only manifest was deleted")
                .with(TagListManner.UNPAGED, "v2.8.3 registry/handlers/tags.go looks at no query; seen on 2.8.2")
                .with(
                        CatalogManner.WALKED_ON_DISK_AS_2_8,
                        "v2.8.3 registry/storage/catalog.go and driver/walk.go; seen on 2.8.2 with 220 parents and children")
                .with(
                        CatalogManner.PAGES_OF_100,
                        "v2.8.3 registry/handlers/catalog.go, defaultReturnedEntries; seen on 2.8.2")
                .with(
                        CatalogManner.BAD_N_IS_IGNORED,
                        "v2.8.3 registry/handlers/catalog.go; seen on 2.8.2: n=-1, n=x and n of twenty digits")
                .with(
                        CatalogManner.N_ABOVE_1000_IS_REFUSED,
                        "v2.8.3 registry/handlers/catalog.go, catalog.maxentries; seen on 2.8.2: n=1001 400")
                .with(
                        LinkManner.LAST_BEFORE_N,
                        "v2.8.3 registry/handlers/catalog.go createLinkEntry encodes the query sorted; seen on 2.8.2")
                .with(AnswerManner.JSON_WITH_CHARSET, "seen on 2.8.2 with every listing and error")
                .with(
                        AnswerManner.WRONG_METHOD_IS_TEXT,
                        "seen on 2.8.2: HEAD and POST of tags/list and _catalog, 405 text/plain")
                .with(AnswerManner.INVALID_NAME_IS_NO_PATH, "seen on 2.8.2: /v2/UPPER/tags/list, 404 text/plain")
                .with(AnswerManner.SLASH_AT_THE_END_REDIRECTS, "seen on 2.8.2: /v2/a/tags/list/, 301")
                .with(AnswerManner.API_VERSION, "seen on 2.8.2 with every answer");
    }

    private static Manners content(Manners manners) {
        return manners;
    }
}
