package io.github.registryclient.testkit.manner;

/** Nexus Repository. */
final class Nexus {
    private Nexus() {}

    static Manners manners() {
        return listing(content(Manners.of("Nexus")));
    }

    private static Manners listing(Manners manners) {
        return manners.with(TagListManner.NULL_ENTRIES, "skopeo issue 2409")
                .with(LinkManner.MISSING, "nexus-public issue 117");
    }

    private static Manners content(Manners manners) {
        return manners.with(
                        ManifestManner.HEAD_IS_NOT_FOUND,
                        "users' reports of old versions: HEAD of a manifest 404 where GET is 200")
                .with(DeletionManner.TAGS_DANGLE, "sonatype/nexus-public#925: DELETE by digest leaves the tags");
    }
}
