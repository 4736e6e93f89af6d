package io.github.registryclient.testkit.manner;

/** Nexus Repository. */
final class Nexus {
    private Nexus() {}

    static Manners manners() {
        return content(listing(Manners.of("Nexus")));
    }

    private static Manners listing(Manners manners) {
        return manners.with(TagListManner.NULL_ENTRIES, "skopeo issue 2409")
                .with(LinkManner.MISSING, "nexus-public issue 117");
    }

    private static Manners content(Manners manners) {
        return manners;
    }
}
