package io.github.registryclient.testkit.manner;

/** Distribution 3, on a disk: what its releases share, and in what they differ. */
final class Distribution3 {
    private Distribution3() {}

    static Manners manners300() {
        return listing(walk(tags300(contentBefore311(content(Manners.of("distribution 3.0.0"))))));
    }

    static Manners manners310() {
        return listing(walk(tags310(nullTags(tags31(contentBefore311(content(Manners.of("distribution 3.1.0"))))))));
    }

    static Manners manners311() {
        return listing(walk(tags311(nullTags(tags31(content311(content(Manners.of("distribution 3.1.1"))))))));
    }

    static Manners manners312() {
        return listing(walk312(tags311(tags31(content311(content(Manners.of("distribution 3.1.2")))))));
    }

    private static Manners tags300(Manners manners) {
        return manners.with(
                        TagListManner.UNKNOWN_LAST_SKIPS_ONE,
                        "v3.0.0 registry/handlers/tags.go adds 1 to the place of a tag that is not there; seen on 3.0.0")
                .with(
                        TagListManner.BAD_N_IS_REFUSED,
                        "v3.0.0 registry/handlers/tags.go; seen on 3.0.0: n=-1 and n=x 400")
                .with(
                        TagListManner.NEVER_TAGGED_IS_UNKNOWN,
                        "seen on 3.0.0: 404 until a tag was pushed, 200 for ever after");
    }

    private static Manners tags31(Manners manners) {
        return manners.with(
                        TagListManner.NEVER_TAGGED_IS_UNKNOWN,
                        "seen on 3.1.2: 404 until a tag was pushed, 200 for ever after")
                .with(
                        TagListManner.LAST_NEEDS_NO_REPOSITORY,
                        "seen on 3.1.2: nosuch/tags/list?last=x is 200 with an empty list")
                .with(
                        TagListManner.FULL_PAGE_HAS_LINK,
                        "v3.1.0 registry/handlers/tags.go; seen on 3.1.2: n=6 of six tags, and an empty page behind it")
                .with(
                        TagListManner.BAD_N_IS_REFUSED_AS_A_NUMBER,
                        "v3.1.0 registry/handlers/tags.go; seen on 3.1.2: n=-1 and n=x 400")
                .with(
                        TagListManner.ZERO_NEEDS_NO_REPOSITORY,
                        "v3.1.0 registry/handlers/tags.go asks no storage for n=0; seen on 3.1.2: 200 for any name");
    }

    private static Manners nullTags(Manners manners) {
        return manners.with(
                TagListManner.NULL_WHEN_EMPTY,
                "v3.1.1 registry/handlers/tags.go answers a slice that is nil; seen on 3.1.1, not on 3.1.2");
    }

    private static Manners tags310(Manners manners) {
        return manners.with(TagListManner.N_ABOVE_1000_IS_REFUSED, "v3.1.0 registry/handlers/tags.go, tags.maxtags");
    }

    private static Manners tags311(Manners manners) {
        return manners.with(
                TagListManner.N_ABOVE_1000_MEANS_1000, "v3.1.1 registry/handlers/tags.go, tags.maxtags: c6f552e");
    }

    private static Manners walk(Manners manners) {
        return manners.with(
                        CatalogManner.WITHOUT_MANIFEST_IS_ABSENT,
                        "v3.1.1 registry/storage/catalog.go looks for _manifests; seen on 3.0.0 and 3.1.1")
                .with(
                        CatalogManner.WALKED_ON_DISK_AS_3_0,
                        "v3.1.1 registry/storage/catalog.go writes behind its slice, and compares with lessPath; seen on 3.0.0 and 3.1.1");
    }

    private static Manners walk312(Manners manners) {
        return manners.with(
                        CatalogManner.WITHOUT_MANIFEST_IS_ABSENT,
                        "v3.1.2 registry/storage/catalog.go looks for _manifests; seen with a repository of blobs")
                .with(
                        CatalogManner.WALKED_ON_DISK_AS_3_1_2,
                        "v3.1.2 registry/storage/catalog.go writes behind its slice; seen: the connection ends");
    }

    /** Around those of one release, so that all links have the same form. */
    private static Manners listing(Manners manners) {
        return manners.with(
                        CatalogManner.PAGES_OF_100,
                        "v3.1.1 registry/handlers/catalog.go, defaultReturnedEntries; seen on 3.1.2")
                .with(
                        CatalogManner.BAD_N_IS_REFUSED,
                        "v3.1.1 registry/handlers/catalog.go; seen on 3.1.2: n=-1 and n=x 400")
                .with(
                        CatalogManner.N_ABOVE_1000_IS_REFUSED,
                        "v3.1.1 registry/handlers/catalog.go, catalog.maxentries; seen on 3.1.2: n=1001 400")
                .with(
                        LinkManner.LAST_BEFORE_N,
                        "v3.1.1 registry/handlers/catalog.go createLinkEntry encodes the query sorted; seen on 3.1.2")
                .with(
                        AnswerManner.WRONG_METHOD_IS_TEXT,
                        "seen on 3.1.2: HEAD and POST of tags/list and _catalog, 405 text/plain")
                .with(AnswerManner.INVALID_NAME_IS_NO_PATH, "seen on 3.1.2: /v2/UPPER/tags/list, 404 text/plain")
                .with(AnswerManner.SLASH_AT_THE_END_REDIRECTS, "seen on 3.1.2: /v2/a/tags/list/, 301")
                .with(AnswerManner.API_VERSION, "seen on 3.1.2 with every answer");
    }

    private static Manners content(Manners manners) {
        return manners.with(
                        ManifestManner.OCI_IMAGE_MUST_BE_ACCEPTED,
                        "seen on 3.1.2; v3.1.1 registry/handlers/manifests.go GetManifest")
                .with(
                        ManifestManner.LIST_BECOMES_ITS_AMD64_CHILD,
                        "v3.1.1 registry/handlers/manifests.go GetManifest, by tag only; seen on 3.1.2")
                .with(
                        ManifestManner.AMD64_CHILD_MUST_BE_ACCEPTED,
                        "v3.1.1 registry/handlers/manifests.go GetManifest; seen on 3.1.2")
                .with(
                        ManifestManner.ETAG_IS_COMPARED_UNSEEN,
                        "v3.1.1 registry/handlers/manifests.go compares If-None-Match before it looks; seen on 3.1.2")
                .with(ReferrersManner.ABSENT, "seen on 3.1.2: /referrers/ is 404 text/plain from the router")
                .with(
                        ReferrersManner.SUBJECT_IS_NOT_HANDLED,
                        "seen on 3.1.2: a manifest with a subject is taken without OCI-Subject")
                .with(
                        UploadManner.INDEX_LISTS_MANIFESTS_ONLY,
                        "seen on 3.1.2: an index that lists layers is 400 MANIFEST_BLOB_UNKNOWN for each")
                .with(
                        UploadManner.SINGLE_POST_BEGINS_AN_UPLOAD,
                        "v3.1.1 registry/handlers/blobupload.go StartBlobUpload reads no digest")
                .with(UploadManner.MOUNT_NEEDS_FROM, "seen on 3.1.2: a mount without from is 202")
                .with(UploadManner.ABSOLUTE_LOCATION, "seen on 3.1.2, unless http.relativeurls is set");
    }

    private static Manners contentBefore311(Manners manners) {
        return manners.with(
                DeletionManner.TAG_DELETION_HAS_NO_SWITCH,
                "v3.0.0 registry/handlers/manifests.go DeleteManifest untags before it asks whether deletion "
                        + "is on; fixed in 3.1.1 by 8baf3e0");
    }

    private static Manners content311(Manners manners) {
        return manners.with(
                ManifestManner.ACCEPT_IN_ANY_CASE,
                "v3.1.1 registry/handlers/manifests.go reads Accept with mime.ParseMediaType, which makes "
                        + "lower case of it");
    }
}
