package io.github.registryclient.testkit.manner;

/** Zot. */
final class Zot {
    private Zot() {}

    static Manners manners() {
        return challenges(listing(content(Manners.of("zot"))));
    }

    private static Manners listing(Manners manners) {
        return manners.with(TagListManner.UNKNOWN_LAST_IS_NOT_FOUND, "6d19b44 pkg/api/routes.go ListTags")
                .with(
                        CatalogManner.WITHOUT_MANIFEST_IS_ABSENT,
                        "6d19b44 pkg/storage/imagestore/imagestore.go ValidateRepo wants an index.json")
                .with(
                        CatalogManner.SEGMENT_BY_SEGMENT,
                        "6d19b44 pkg/storage/imagestore/imagestore.go GetNextRepositories walks folders")
                .with(
                        CatalogManner.UNKNOWN_LAST_ENDS_IT,
                        "6d19b44 pkg/storage/imagestore/imagestore.go GetNextRepositories waits for it to come")
                .with(
                        CatalogManner.FULL_PAGE_HAS_LINK,
                        "6d19b44 pkg/storage/imagestore/imagestore.go GetNextRepositories: any file behind it counts as more")
                .with(CatalogManner.BAD_N_IS_IGNORED, "6d19b44 pkg/api/routes.go ListRepositories")
                .with(LinkManner.UNESCAPED, "6d19b44 pkg/api/routes.go; seen on a build of August 2026");
    }

    private static Manners content(Manners manners) {
        return manners.with(
                        ManifestManner.WITHOUT_ETAG, "6d19b44 pkg/api/routes.go CheckManifest, GetManifest: no ETag")
                .with(
                        DeletionManner.CHILD_IS_DENIED,
                        "seen in August 2026; 6d19b44 pkg/storage/imagestore/imagestore.go deleteImageManifest, of "
                                + "tagged and untagged indexes")
                .with(
                        ManifestManner.MISSING_REPOSITORY_IS_NAME_UNKNOWN,
                        "seen in August 2026: DELETE in a missing repository 404 NAME_UNKNOWN; 6d19b44 "
                                + "pkg/api/routes.go for GET and HEAD");
    }

    private static Manners challenges(Manners manners) {
        return manners.with(ChallengeManner.ON_SUCCESS, "6d19b44 pkg/api/routes.go CheckVersionSupport")
                .with(ChallengeManner.EMPTY_SCOPE, "24acd0f pkg/api/bearer.go Header")
                .with(ChallengeManner.FILTERED_CATALOG_UNLESS_AUTHORIZED, "6d19b44 pkg/api/routes.go ListRepositories");
    }
}
