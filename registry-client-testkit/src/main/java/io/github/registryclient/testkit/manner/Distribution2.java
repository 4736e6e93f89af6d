package io.github.registryclient.testkit.manner;

/** Distribution 2.8, on a disk. */
final class Distribution2 {
    private Distribution2() {}

    static Manners manners() {
        return content(listing(Manners.of("distribution 2.8")));
    }

    private static Manners listing(Manners manners) {
        return manners.with(
                TagListManner.UNPAGED,
                "v2.8.3 registry/handlers/tags.go looks at no query; seen on 2.8.2: all tags whatever n and last");
    }

    private static Manners content(Manners manners) {
        return manners;
    }
}
