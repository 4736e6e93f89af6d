package io.github.registryclient.testkit.manner;

/** Zot. */
final class Zot {
    private static final String ROUTES = "6d19b44 pkg/api/routes.go ";
    private static final String STORE = "6d19b44 pkg/storage/imagestore/imagestore.go ";

    private Zot() {}

    static Manners manners() {
        return answers(challenges(listing(content(Manners.of("zot")))));
    }

    private static Manners listing(Manners manners) {
        return manners.with(TagListManner.UNKNOWN_LAST_IS_NOT_FOUND, ROUTES + "ListTags")
                .with(TagListManner.BAD_N_IS_AN_EMPTY_ANSWER, ROUTES + "ListTags; seen on it")
                .with(CatalogManner.SEGMENT_BY_SEGMENT, STORE + "GetNextRepositories walks folders")
                .with(CatalogManner.UNKNOWN_LAST_ENDS_IT, STORE + "GetNextRepositories waits for it to come")
                .with(
                        CatalogManner.FULL_PAGE_HAS_LINK,
                        STORE + "GetNextRepositories: any file behind it counts as more")
                .with(CatalogManner.BAD_N_IS_IGNORED, ROUTES + "ListRepositories")
                .with(LinkManner.UNESCAPED, ROUTES + "ListTags, ListRepositories; seen on it");
    }

    private static Manners content(Manners manners) {
        return blobs(uploads(manners.with(ManifestManner.WITHOUT_ETAG, ROUTES + "CheckManifest, GetManifest: no ETag")
                .with(
                        DeletionManner.CHILD_IS_DENIED,
                        "seen on 6d19b44; its pkg/storage/imagestore/imagestore.go deleteImageManifest, of "
                                + "tagged and untagged indexes")
                .with(
                        ManifestManner.MISSING_REPOSITORY_IS_NAME_UNKNOWN,
                        ROUTES + "CheckManifest, GetManifest; seen on it")
                .with(
                        DeletionManner.MISSING_REPOSITORY_IS_A_BAD_REQUEST,
                        ROUTES + "DeleteManifest; seen on it. An earlier build of August 2026 answered 404")));
    }

    private static Manners uploads(Manners manners) {
        return manners.with(
                        UploadManner.MISSING_CONTENT_IS_INVALID,
                        "6d19b44 pkg/storage/common/common.go ValidateManifest; seen on it")
                .with(
                        UploadManner.MOUNTS_FROM_ANYWHERE,
                        ROUTES + "CreateBlobUpload never reads from; seen on it with dedupe, without which it mounts "
                                + "nothing")
                .with(UploadManner.POST_WITHOUT_DIGEST, ROUTES + "CreateBlobUpload; seen on it");
    }

    private static Manners blobs(Manners manners) {
        return manners.with(
                        BlobManner.CONTENT_TYPE_IS_THE_DESCRIPTORS, ROUTES + "resolveBlobResponseMediaType; seen on it")
                .with(BlobManner.MANIFESTS_ARE_BLOBS, "seen on 6d19b44: both are files of one folder")
                .with(BlobManner.WITHOUT_ETAG, ROUTES + "CheckBlob, GetBlob set none; seen on it")
                .with(BlobManner.NEEDED_IS_DENIED, STORE + "deleteBlobChecked; seen on it");
    }

    private static Manners challenges(Manners manners) {
        return manners.with(ChallengeManner.ON_SUCCESS, ROUTES + "CheckVersionSupport")
                .with(ChallengeManner.EMPTY_SCOPE, "24acd0f pkg/api/bearer.go Header")
                .with(ChallengeManner.FILTERED_CATALOG_UNLESS_AUTHORIZED, ROUTES + "ListRepositories");
    }

    private static Manners answers(Manners manners) {
        return manners.with(AnswerManner.WRONG_METHOD_IS_EMPTY, ROUTES + "SetupRoutes: its router answers; seen on it")
                .with(AnswerManner.UNKNOWN_NAME_IS_AN_OBJECT, ROUTES + "ListTags; seen on it")
                .with(AnswerManner.INVALID_NAME_IS_NO_PATH, ROUTES + "SetupRoutes: no route; seen on it");
    }
}
