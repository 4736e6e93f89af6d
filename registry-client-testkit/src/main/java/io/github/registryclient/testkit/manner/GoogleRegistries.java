package io.github.registryclient.testkit.manner;

/** Google's registries. */
final class GoogleRegistries {
    private GoogleRegistries() {}

    static Manners manners() {
        return content(listing(Manners.of("GCR")));
    }

    private static Manners listing(Manners manners) {
        return manners.with(TagListManner.WITH_MANIFESTS, "go-containerregistry pkg/v1/google/list.go")
                .with(TagListManner.UNPAGED, "go-containerregistry pkg/v1/google/list.go asks for no second page");
    }

    private static Manners content(Manners manners) {
        return manners;
    }
}
