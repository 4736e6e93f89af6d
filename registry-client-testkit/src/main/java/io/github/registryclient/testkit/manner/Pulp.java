package io.github.registryclient.testkit.manner;

/** Pulp. */
final class Pulp {
    private Pulp() {}

    static Manners manners() {
        return listing(content(Manners.of("Pulp")));
    }

    private static Manners listing(Manners manners) {
        return manners.with(
                        TagListManner.PAGES_OF_100,
                        "004f2d5 pulp_container/app/registry_api.py ContainerTagListPagination, PAGE_SIZE")
                .with(
                        TagListManner.N_ABOVE_1000_MEANS_1000,
                        "004f2d5 pulp_container/app/registry_api.py ContainerTagListPagination, ten times PAGE_SIZE")
                .with(
                        TagListManner.BAD_N_IS_IGNORED,
                        "004f2d5 pulp_container/app/registry_api.py ContainerTagListPagination")
                .with(
                        CatalogManner.PAGES_OF_100,
                        "004f2d5 pulp_container/app/registry_api.py ContainerCatalogPagination, PAGE_SIZE")
                .with(
                        CatalogManner.N_ABOVE_1000_MEANS_1000,
                        "004f2d5 pulp_container/app/registry_api.py ContainerCatalogPagination, ten times PAGE_SIZE")
                .with(
                        CatalogManner.BAD_N_IS_IGNORED,
                        "004f2d5 pulp_container/app/registry_api.py ContainerCatalogPagination")
                .with(
                        LinkManner.ON_FULL_PAGE,
                        "004f2d5 pulp_container/app/registry_api.py get_paginated_response: a page of n names may not be all")
                .with(
                        LinkManner.OTHER_SCHEME,
                        "004f2d5 pulp_container/app/registry_api.py build_absolute_uri: http behind a proxy that ends TLS");
    }

    private static Manners content(Manners manners) {
        return manners.with(
                        DeletionManner.LATER,
                        "c447ab9 pulp_container/app/registry_api.py Manifests.destroy: a task is sent off, 202")
                .with(
                        DeletionManner.TAG_IS_INVALID_REQUEST,
                        "c447ab9 pulp_container/app/registry_api.py Manifests.destroy: only what begins with sha256:");
    }
}
