package io.github.registryclient.testkit.manner;

/** Artifactory. */
final class Artifactory {
    private Artifactory() {}

    static Manners manners() {
        return listing(content(Manners.of("Artifactory")));
    }

    private static Manners listing(Manners manners) {
        return manners.with(TagListManner.DIGESTS_AMONG_TAGS, "skopeo issue 2346")
                .with(
                        LinkManner.LOST_FIRST_SEGMENT,
                        "RTFACT-18971; renovate lib/modules/datasource/docker/index.ts takes only last from it");
    }

    private static Manners content(Manners manners) {
        return manners.with(
                DeletionManner.MANIFEST_ACCEPT_IS_NOT_ACCEPTABLE,
                "containers/skopeo#463, containers/image#1009: 406 \"Not Acceptable\" without a code");
    }
}
