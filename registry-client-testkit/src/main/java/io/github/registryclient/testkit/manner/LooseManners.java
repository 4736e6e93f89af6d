package io.github.registryclient.testkit.manner;

import java.util.Map;

/** The manners that no server's list has, and where each is known from. */
final class LooseManners {
    private LooseManners() {}

    static Map<Manner, String> sources() {
        Manners listing = links(catalog(tags(Manners.of("loose"))));
        Manners content = deletions(manifests(digests(listing)));
        return challenges(pushes(referrers(noReferrers(content)))).sources();
    }

    private static Manners tags(Manners manners) {
        return manners.with(
                        TagListManner.OLDEST_FIRST,
                        "GHCR and Quay as it was, in the order of pushing: users' reports, versions unknown")
                .with(
                        TagListManner.ZERO_MEANS_ONE,
                        "Quay 019e2bc endpoints/v2/tag.py list_all_tags was paged as the catalog is, by "
                                + "endpoints/v2/__init__.py paginate")
                .with(
                        TagListManner.CURSOR_IS_A_TOKEN,
                        "Quay 019e2bc endpoints/v2/tag.py list_all_tags was paged as the catalog is, by "
                                + "endpoints/v2/__init__.py paginate")
                .with(
                        TagListManner.NO_FIELD_WHEN_EMPTY,
                        "no server known by name: what encoding/json makes of an empty slice with omitempty")
                .with(
                        TagListManner.DUPLICATES,
                        "no server known by name: what a list is that is merged of several, as those of group "
                                + "repositories are")
                .with(
                        TagListManner.OTHER_NAME,
                        "a guess: Artifactory leaves its repository key out of its Link (RTFACT-18971)")
                .with(
                        TagListManner.EMPTY_IS_UNKNOWN,
                        "distribution where a folder without files is none, as on S3: "
                                + "registry/storage/tagstore.go; distribution/distribution#3266");
    }

    private static Manners catalog(Manners manners) {
        return manners.with(
                        CatalogManner.UNSUPPORTED,
                        "no server known by name: distribution's errcode.ErrorCodeUnsupported, "
                                + "registry/api/errcode/register.go")
                .with(
                        CatalogManner.FOR_ADMINISTRATORS,
                        "Harbor c50c7dd src/server/registry/catalog.go and src/server/middleware/v2auth/auth.go, "
                                + "unless a system administrator asks")
                .with(
                        CatalogManner.INSUFFICIENT_SCOPE,
                        "Docker Hub: docker/hub-feedback#2094, also with a token that seems to allow it");
    }

    private static Manners links(Manners manners) {
        return manners.with(
                        LinkManner.OTHER_HOST,
                        "Quay ffba0c7 endpoints/v2/__init__.py get_app_url: the host it is configured with, "
                                + "whichever was asked")
                .with(
                        LinkManner.OTHER_PREFIX,
                        "sonatype/nexus-public#1011: /repository/<name>/, which the port of the connector does not have")
                .with(LinkManner.RELATIVE, "RFC 8288, 3.1 with RFC 3986, 5.2: allowed, no server known by name")
                .with(
                        LinkManner.WITHOUT_BRACKETS,
                        "Heroku and Quay as it was: regclient 725072f reads such links, in its internal link parser")
                .with(LinkManner.UNQUOTED_REL, "RFC 8288, 3: allowed, no server known by name")
                .with(
                        LinkManner.UPPER_CASE,
                        "RFC 9110, 5.1 and RFC 8288, 2.1.1 and 3: allowed, no server known by name")
                .with(LinkManner.OTHER_PARAMETERS, "RFC 8288, 3: allowed, no server known by name")
                .with(LinkManner.OTHER_REL_FIRST, "RFC 8288, 3: allowed, no server known by name")
                .with(LinkManner.TWO_IN_ONE, "RFC 8288, 3: allowed, no server known by name")
                .with(LinkManner.TWO_HEADERS, "RFC 9110, 5.3 with RFC 8288, 3: allowed, no server known by name")
                .with(
                        LinkManner.REPEATED,
                        "no server known by name: go-containerregistry 0c38bc3 pkg/v1/remote/referrers.go guards "
                                + "against the loop");
    }

    private static Manners digests(Manners manners) {
        return manners.with(
                        ManifestManner.HEAD_WITHOUT_DIGEST,
                        "Amazon ECR as it was, users' reports; distribution-spec v1.1.1 \"Pulling manifests\" "
                                + "leaves the header to the registry")
                .with(
                        ManifestManner.WITHOUT_DIGEST,
                        "Amazon ECR as it was, users' reports; distribution-spec v1.1.1 \"Pulling manifests\" "
                                + "leaves the header to the registry")
                .with(
                        ManifestManner.WRONG_DIGEST,
                        "go-containerregistry 3f4ff3c pkg/v1/remote/fetcher.go:213-219 compares no more for tags, "
                                + "for servers are wrong: kaniko#298")
                .with(
                        ManifestManner.SHA512_DIGEST,
                        "distribution-spec v1.1.1 \"Pulling manifests\": another algorithm is allowed, no server "
                                + "known by name");
    }

    private static Manners manifests(Manners manners) {
        return manners.with(
                        ManifestManner.HEAD_IS_NOT_ALLOWED,
                        "no server known by name: containerd 301026e and oras-go 19db72b go on with GET")
                .with(
                        ManifestManner.CONTENT_TYPE_IS_TEXT_PLAIN,
                        "no server known by name: oras-go 19db72b and containerd 301026e look into the body then")
                .with(
                        ManifestManner.CONTENT_TYPE_IS_JSON,
                        "no server known by name: oras-go 19db72b and containerd 301026e look into the body then")
                .with(
                        ManifestManner.WITHOUT_CONTENT_TYPE,
                        "no server known by name: oras-go 19db72b and containerd 301026e look into the body then");
    }

    private static Manners deletions(Manners manners) {
        return manners.with(
                        DeletionManner.ONE_TAG_STAYS,
                        "distribution v3.0.0 to v3.1.1 registry/handlers/manifests.go:488-517: what fails while "
                                + "tags are taken away is written behind 202")
                .with(
                        DeletionManner.SEVERAL_TAGS_ARE_A_CONFLICT,
                        "zot 6d19b44 pkg/api/routes.go:917-1003, for users who may not delete what has several tags")
                .with(
                        DeletionManner.ANSWERED_WITH_200,
                        "GitLab and GCR, besides 202: werf 73d8d4a pkg/docker_registry/gitlab_registry.go")
                .with(DeletionManner.ANSWERED_WITH_204, "RFC 9110, 9.3.5: allowed, no server known by name")
                .with(
                        DeletionManner.WITHOUT_LENGTH,
                        "RFC 9112, 6.3: allowed, no server known by name; what proxies of HTTP/1.0 make of it");
    }

    private static Manners noReferrers(Manners manners) {
        return manners.with(
                        ReferrersManner.BAD_REQUEST,
                        "no server known by name: go-containerregistry 0c38bc3 pkg/v1/remote/referrers.go takes "
                                + "400 for no such API")
                .with(
                        ReferrersManner.DENIED,
                        "no server known by name: a gateway that lets through only the paths that it knows")
                .with(
                        ReferrersManner.NOT_ALLOWED,
                        "no server known by name: a router that takes the path for another one, which is only written to")
                .with(
                        ReferrersManner.NOT_ACCEPTABLE,
                        "no server known by name: go-containerregistry 0c38bc3 pkg/v1/remote/referrers.go takes "
                                + "406 for no such API")
                .with(ReferrersManner.PAGE, "GHCR once its redirect was followed: artifacthub#4785");
    }

    private static Manners referrers(Manners manners) {
        return manners.with(
                        ReferrersManner.CONTENT_TYPE_IS_JSON,
                        "no server known by name: go-containerregistry 0c38bc3 pkg/v1/remote/referrers.go takes it "
                                + "for no such API")
                .with(
                        ReferrersManner.UNFILTERED,
                        "distribution-spec v1.1.1 \"Listing Referrers\": allowed, no server known by name")
                .with(
                        ReferrersManner.FILTER_IN_AN_ANNOTATION,
                        "drafts of distribution-spec 1.1: oras-go 19db72b reads "
                                + "org.opencontainers.referrers.filtersApplied")
                .with(
                        ReferrersManner.MISSING_REPOSITORY_IS_NAME_UNKNOWN,
                        "no server known by name: oras-go 19db72b tells it from an API that is not there");
    }

    private static Manners pushes(Manners manners) {
        return manners.with(
                UploadManner.PULL_THROUGH_CACHE,
                "seen on distribution 2.8.2 with proxy.remoteurl: DELETE and POST 405 UNSUPPORTED");
    }

    private static Manners challenges(Manners manners) {
        return manners.with(
                        ChallengeManner.BASIC_FIRST,
                        "RFC 9110, 11.6.1 says nothing of an order; no server known by name")
                .with(ChallengeManner.JOINED, "Codeberg (Forgejo behind its proxy), seen in its answers")
                .with(ChallengeManner.UNQUOTED, "zot 6d19b44 pkg/api/authn.go")
                .with(ChallengeManner.STAR_SCOPE, "Gitea 1.22 routers/api/packages/container/container.go")
                .with(
                        ChallengeManner.EMPTY_HEADER,
                        "Harbor c50c7dd src/server/middleware/v2auth/auth.go, for projects that do not exist")
                .with(ChallengeManner.STAR_TO_DELETE, "distribution up to 2.5, registry/handlers/app.go")
                .with(ChallengeManner.FORBIDDEN, "zot 24acd0f pkg/api/authz.go");
    }
}
