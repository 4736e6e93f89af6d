package io.github.registryclient.testkit.manner;

/** Quay. */
final class Quay {
    private Quay() {}

    static Manners manners() {
        return challenges(listing(content(Manners.of("Quay"))));
    }

    /** Cursors come behind the rules of sizes, for these write the query of a request anew, and tokens would be lost. */
    private static Manners listing(Manners manners) {
        return manners.with(
                        TagListManner.UNKNOWN_IS_UNAUTHORIZED,
                        "ffba0c7 endpoints/v2/__init__.py _require_repo_permission")
                .with(TagListManner.PAGES_OF_AT_MOST_100, "ffba0c7 endpoints/v2/__init__.py _MAX_RESULTS_PER_PAGE")
                .with(CatalogManner.PAGES_OF_AT_MOST_100, "ffba0c7 endpoints/v2/__init__.py _MAX_RESULTS_PER_PAGE")
                .with(CatalogManner.ZERO_MEANS_ONE, "ffba0c7 endpoints/v2/__init__.py paginate")
                .with(CatalogManner.CURSOR_IS_A_TOKEN, "ffba0c7 endpoints/v2/__init__.py paginate")
                .with(
                        CatalogManner.EMPTY_FOR_ANONYMOUS,
                        "ffba0c7 endpoints/v2/catalog.py, unless PUBLIC_CATALOG is set")
                .with(LinkManner.ABSOLUTE, "ffba0c7 endpoints/v2/__init__.py get_app_url");
    }

    private static Manners content(Manners manners) {
        return manners.with(
                        ManifestManner.WITHOUT_ETAG,
                        "ffba0c7 endpoints/v2/manifest.py: only Content-Type and Docker-Content-Digest")
                .with(
                        DeletionManner.UNTAGGED_IS_NOT_FOUND,
                        "ffba0c7 endpoints/v2/manifest.py delete_manifest_by_digest deletes the tags; without any "
                                + "ManifestUnknown")
                .with(DeletionManner.IMMUTABLE_TAG_IS_A_CONFLICT, "ffba0c7 endpoints/v2/errors.py TagImmutable")
                .with(
                        ReferrersManner.MISSING_SUBJECT_IS_INVALID,
                        "ffba0c7 endpoints/v2/referrers.py list_manifest_referrers");
    }

    private static Manners challenges(Manners manners) {
        return manners.with(ChallengeManner.OPEN_CATALOG, "ffba0c7 endpoints/v2/catalog.py asks nobody")
                .with(ChallengeManner.PUSH_TO_DELETE, "ffba0c7 endpoints/v2/manifest.py require_repo_write");
    }
}
