package io.github.registryclient.testkit.manner;

/** The registry of go-containerregistry, {@code crane registry serve}. */
final class GoContainerRegistry {
    private GoContainerRegistry() {}

    static Manners manners() {
        return listing(content(Manners.of("go-containerregistry")));
    }

    private static Manners listing(Manners manners) {
        return manners.with(
                        TagListManner.NULL_WHEN_EMPTY,
                        "pkg/registry/manifest.go handleTags; seen on v0.21.9 after the only tag was deleted")
                .with(
                        TagListManner.LAST_OF_ALL_BEGINS_AGAIN,
                        "pkg/registry/manifest.go handleTags cuts only where a tag is greater; seen on v0.21.9: last=zzz, all tags")
                .with(
                        TagListManner.BAD_N_IS_A_BAD_REQUEST,
                        "pkg/registry/manifest.go handleTags; seen on v0.21.9: n=x 400 BAD_REQUEST")
                .with(
                        TagListManner.NEGATIVE_N_BREAKS_OFF,
                        "pkg/registry/manifest.go handleTags cuts at n; seen on v0.21.9: n=-1, the connection ends")
                .with(
                        TagListManner.WITHOUT_MANIFEST_IS_UNKNOWN,
                        "repositories are keys of the map of manifests; seen on v0.21.9 with a repository of blobs")
                .with(
                        CatalogManner.WITHOUT_MANIFEST_IS_ABSENT,
                        "repositories are keys of the map of manifests; seen on v0.21.9 with a repository of blobs")
                .with(
                        CatalogManner.RANDOM_ORDER,
                        "pkg/registry/manifest.go handleCatalog ranges over a map; seen on v0.21.9")
                .with(CatalogManner.LAST_IS_IGNORED, "pkg/registry/manifest.go handleCatalog; seen on v0.21.9")
                .with(CatalogManner.NULL_WHEN_EMPTY, "pkg/registry/manifest.go handleCatalog; seen on v0.21.9: n=0")
                .with(
                        CatalogManner.CUT_AT_10000,
                        "pkg/registry/manifest.go handleCatalog, where there is no n; seen on v0.21.9")
                .with(
                        CatalogManner.BAD_N_MEANS_ZERO,
                        "pkg/registry/manifest.go handleCatalog drops the error; seen on v0.21.9: n=x and n=-1 give null")
                .with(LinkManner.MISSING, "there is no Link in pkg/registry/manifest.go; seen on v0.21.9: n=2 of more")
                .with(AnswerManner.ERRORS_WITHOUT_DETAIL, "pkg/registry/error.go; seen on v0.21.9")
                .with(
                        AnswerManner.WRONG_METHOD_IS_UNKNOWN,
                        "seen on v0.21.9: HEAD and POST of tags/list and _catalog, 400 METHOD_UNKNOWN")
                .with(
                        AnswerManner.INVALID_NAME_IS_UNKNOWN,
                        "pkg/registry/manifest.go takes any name; seen on v0.21.9: /v2/UPPER/tags/list")
                .with(
                        AnswerManner.UNKNOWN_PATH_IS_METHOD_UNKNOWN,
                        "pkg/registry/registry.go; seen on v0.21.9: /v2/a/tags/list/ 404")
                .with(AnswerManner.EMPTY_SUPPORT, "pkg/registry/registry.go writes a status only; seen on v0.21.9")
                .with(AnswerManner.JSON_AS_TEXT, "nothing sets a Content-Type, so Go guesses one; seen on v0.21.9");
    }

    private static Manners content(Manners manners) {
        return manners.with(
                        UploadManner.BLOBS_ARE_NOT_CHECKED,
                        "v0.21.9 pkg/registry/manifest.go: PUT looks only for the children of an index")
                .with(
                        ManifestManner.WITHOUT_ETAG,
                        "v0.21.9 pkg/registry/manifest.go: HEAD and GET set no ETag and read no If-None-Match")
                .with(
                        DeletionManner.TAGS_OUTLIVE_THEIR_DIGEST,
                        "seen on v0.21.9: tags and digests are keys of one map of whole manifests, DELETE takes one "
                                + "key; v0.21.9 pkg/registry/manifest.go")
                .with(
                        ManifestManner.MISSING_REPOSITORY_IS_NAME_UNKNOWN,
                        "v0.21.9 pkg/registry/manifest.go: 404 NAME_UNKNOWN for GET, HEAD and DELETE")
                .with(
                        BlobManner.IN_ALL_REPOSITORIES,
                        "seen on v0.21.9: HEAD of a blob in a repository that does not exist 200; "
                                + "pkg/registry/blobs.go keeps blobs by digest")
                .with(BlobManner.WITHOUT_ETAG, "pkg/registry/blobs.go sets none; seen on v0.21.9")
                .with(BlobManner.CONTENT_TYPE_IS_GUESSED, "pkg/registry/blobs.go sets none; seen on v0.21.9")
                .with(
                        BlobManner.DELETION_OF_A_MISSING_ONE_IS_A_SERVER_ERROR,
                        "pkg/registry/blobs.go answers any error of its handler so; seen on v0.21.9 with --disk")
                .with(
                        UploadManner.NEVER_MOUNTS,
                        "v0.21.9 pkg/registry/blobs.go: POST reads neither mount nor from; seen: 202")
                .with(UploadManner.WITHOUT_LOCATION, "v0.21.9 pkg/registry/manifest.go, blobs.go: 201 without Location")
                .with(
                        ReferrersManner.METHOD_UNKNOWN,
                        "seen on v0.21.9: crane serves without referrers support, 404 METHOD_UNKNOWN")
                .with(
                        ReferrersManner.SUBJECT_IS_NOT_HANDLED,
                        "v0.21.9 pkg/registry/manifest.go: PUT looks at no subject");
    }
}
