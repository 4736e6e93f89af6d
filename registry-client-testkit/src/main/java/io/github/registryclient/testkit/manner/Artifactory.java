package io.github.registryclient.testkit.manner;

/** Artifactory. */
final class Artifactory {
    private Artifactory() {}

    static Manners manners() {
        return content(listing(Manners.of("Artifactory")));
    }

    private static Manners listing(Manners manners) {
        return manners.with(TagListManner.DIGESTS_AMONG_TAGS, "skopeo issue 2346")
                .with(
                        LinkManner.LOST_FIRST_SEGMENT,
                        "RTFACT-18971; renovate lib/modules/datasource/docker/index.ts takes only last from it");
    }

    private static Manners content(Manners manners) {
        return manners;
    }
}
