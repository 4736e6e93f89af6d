package io.github.registryclient.testkit.manner;

/** Distribution 2.8, on a disk. */
final class Distribution2 {
    private Distribution2() {}

    static Manners manners() {
        return listing(content(Manners.of("distribution 2.8")));
    }

    static Manners withCache() {
        return listing(content(cache(Manners.of("distribution 2.8 with a cache of descriptors"))));
    }

    /** Within the others, so that what it takes is answered in the same form. */
    private static Manners cache(Manners manners) {
        return manners.with(
                BlobManner.STALE_DESCRIPTORS,
                "seen on 2.8.2 with storage.cache.blobdescriptor: inmemory, garbage collected while it served: HEAD of a"
                        + " layer 200, GET cut, a mount and PUT of its manifest 201, all until a restart");
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
        return manners.with(
                        ManifestManner.OCI_IMAGE_MUST_BE_ACCEPTED,
                        "seen on 2.8.2; v2.8.3 registry/handlers/manifests.go GetManifest: names compared as they "
                                + "stand, after the entity tag")
                .with(
                        ManifestManner.LIST_BECOMES_ITS_AMD64_CHILD,
                        "v2.8.3 registry/handlers/manifests.go GetManifest, by tag only; seen on 2.8.2. There a child "
                                + "of Docker's type that is not accepted either is converted to schema 1, which is not played")
                .with(
                        ManifestManner.BLOB_IS_A_SERVER_ERROR,
                        "seen on 2.8.2: HEAD and GET of a configuration's or layer's digest as a manifest 500 "
                                + "UNKNOWN; v2.8.3 registry/storage/registry.go: manifests are looked for among the layers too")
                .with(
                        ManifestManner.ETAG_IS_COMPARED_UNSEEN,
                        "seen on 2.8.2: 304 for a digest that nobody has; v2.8.3 registry/handlers/manifests.go "
                                + "compares If-None-Match before it looks")
                .with(
                        ManifestManner.OCI_INDEX_MUST_BE_ACCEPTED,
                        "seen on 2.8.2; v2.8.3 registry/handlers/manifests.go GetManifest. Distribution 3 has another type for "
                                + "indexes, which it serves whatever is accepted")
                .with(
                        DeletionManner.TAG_IS_DIGEST_INVALID,
                        "seen on 2.8.2; v2.8.3 registry/handlers/manifests.go DeleteManifest deletes the empty digest")
                .with(
                        DeletionManner.BLOB_GOES_AS_A_MANIFEST,
                        "seen on 2.8.2: DELETE /manifests/<digest of a configuration or layer> 202, then the blob is "
                                + "404")
                .with(ReferrersManner.ABSENT, "seen on 2.8.2: /referrers/ is 404 text/plain from the router")
                .with(
                        ReferrersManner.SUBJECT_IS_NOT_HANDLED,
                        "seen on 2.8.2: a manifest with a subject is taken without OCI-Subject")
                .with(
                        UploadManner.SINGLE_POST_BEGINS_AN_UPLOAD,
                        "v2.8.3 registry/handlers/blobupload.go StartBlobUpload reads no digest")
                .with(
                        UploadManner.MOUNT_NEEDS_FROM,
                        "seen on 2.8.2: a mount without from is 202; v2.8.3 registry/handlers/blobupload.go")
                .with(UploadManner.ABSOLUTE_LOCATION, "seen on 2.8.2, unless http.relativeurls is set");
    }
}
