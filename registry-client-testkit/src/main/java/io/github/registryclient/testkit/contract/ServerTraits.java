package io.github.registryclient.testkit.contract;

import io.github.registryclient.testkit.process.RegistryProgram;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * In what one server departs from the contract's expectations, each with the reason: what was seen, and where. Immutable.
 *
 * <p>The traits of known servers are data of this class; for another one start with {@link #named} and add what differs.
 */
public final class ServerTraits {
    private final String name;
    private final Map<Departure, String> departures;

    private ServerTraits(String name, Map<Departure, String> departures) {
        this.name = name;
        this.departures = Collections.unmodifiableMap(departures);
    }

    /**
     * A server that departs in nothing.
     *
     * @param name what to call it in messages
     * @return traits without departures
     */
    public static ServerTraits named(String name) {
        return new ServerTraits(name, new EnumMap<>(Departure.class));
    }

    /**
     * The traits of a program that is known.
     *
     * @param program the program
     * @return its traits
     */
    public static ServerTraits of(RegistryProgram program) {
        switch (program.name()) {
            case RegistryProgram.DISTRIBUTION_2:
                return distribution2();
            case RegistryProgram.DISTRIBUTION_3:
                return distribution3();
            case RegistryProgram.CRANE:
                return crane();
            case RegistryProgram.ZOT:
                return zot();
            default:
                throw new IllegalArgumentException("nothing is known of the departures of " + program);
        }
    }

    /**
     * Distribution 2.8 with storage on disk, seen on 2.8.2.
     *
     * @return its traits
     */
    public static ServerTraits distribution2() {
        return named(RegistryProgram.DISTRIBUTION_2)
                .with(
                        Departure.NO_TAG_DELETION,
                        "DELETE of a tag: 400 DIGEST_INVALID, the handler deletes the empty digest")
                .with(Departure.NO_REFERRERS_API, "/referrers/: 404 text/plain from the router")
                .with(
                        Departure.BLOB_AS_MANIFEST_IS_AN_ERROR,
                        "HEAD /manifests/<digest of a configuration>: 500 UNKNOWN, blobs and manifests share their links")
                .with(
                        Departure.PAGED_CATALOG_IS_UNRELIABLE,
                        "220 parents and children: n=100 gave two pages without 21 of them, n=7 one page without Link");
    }

    /**
     * Distribution 3 with storage on disk, seen on 3.1.2.
     *
     * @return its traits
     */
    public static ServerTraits distribution3() {
        return named(RegistryProgram.DISTRIBUTION_3)
                .with(Departure.NO_REFERRERS_API, "/referrers/: 404 text/plain from the router")
                .with(Departure.NO_BUILD_CACHE, "PUT of an index that lists layers: 400 MANIFEST_BLOB_UNKNOWN for each")
                .with(
                        Departure.PAGED_CATALOG_IS_UNRELIABLE,
                        "a parent beside its child at a page's end: the handler panics and the connection is dropped");
    }

    /**
     * The registry of go-containerregistry, seen on v0.21.9.
     *
     * @return its traits
     */
    public static ServerTraits crane() {
        return named(RegistryProgram.CRANE)
                .with(
                        Departure.TAGS_OUTLIVE_THEIR_DIGEST,
                        "tags and digests are keys of one map of whole manifests: DELETE by digest takes one key")
                .with(
                        Departure.NO_REFERRERS_API,
                        "/referrers/: 404 METHOD_UNKNOWN unless started with referrers support")
                .with(Departure.BLOBS_ARE_SHARED, "HEAD of a blob in a repository that does not exist: 200")
                .with(Departure.NO_MOUNT, "POST with mount and from: 202, the parameters are not looked at");
    }

    /**
     * Zot, seen on a build of August 2026.
     *
     * @return its traits
     */
    public static ServerTraits zot() {
        return named(RegistryProgram.ZOT)
                .with(Departure.CHILD_IS_PROTECTED, "DELETE of the child of a tagged index: 405 DENIED");
    }

    /**
     * Harbor, read in its source at c50c7dd and not tried.
     *
     * @return its traits
     */
    public static ServerTraits harbor() {
        return named("Harbor")
                .with(
                        Departure.NO_TAG_DELETION,
                        "DELETE of a tag: 400 UNSUPPORTED, src/server/registry/manifest.go deleteManifest")
                .with(
                        Departure.CHILD_IS_PROTECTED,
                        "DELETE of an index's child: 412, src/controller/artifact/controller.go deleteDeeply")
                .with(
                        Departure.INDEX_TAKES_ITS_CHILDREN,
                        "children without a tag go with it, src/controller/artifact/controller.go deleteDeeply");
    }

    /**
     * Quay, read in its source at ffba0c7 and not tried.
     *
     * @return its traits
     */
    public static ServerTraits quay() {
        return named("Quay")
                .with(
                        Departure.UNTAGGED_CANNOT_GO,
                        "endpoints/v2/manifest.py delete_manifest_by_digest deletes tags: without any 404")
                .with(
                        Departure.MISSING_REPOSITORY_IS_UNAUTHORIZED,
                        "endpoints/v2/__init__.py _require_repo_permission: 401 where there is none to have rights in");
    }

    /**
     * Amazon ECR, known from its documentation and its users' issues, and not tried.
     *
     * @return its traits
     */
    public static ServerTraits ecr() {
        return named("Amazon ECR")
                .with(
                        Departure.CHILD_IS_PROTECTED,
                        "failure code ImageReferencedByManifestList of BatchDeleteImage, as containers-roadmap#1229 saw")
                .with(
                        Departure.LAST_TAG_TAKES_THE_MANIFEST,
                        "user guide, \"Deleting an image\": the last tag removed deletes the image");
    }

    /**
     * Adds a departure.
     *
     * @param departure in what the server departs
     * @param reason what was seen, on which version
     * @return the changed traits
     */
    public ServerTraits with(Departure departure, String reason) {
        EnumMap<Departure, String> more = new EnumMap<>(Departure.class);
        more.putAll(departures);
        more.put(departure, reason);
        return new ServerTraits(name, more);
    }

    /**
     * What the server is called in messages.
     *
     * @return a name
     */
    public String name() {
        return name;
    }

    /**
     * In what it departs, and why.
     *
     * @return unmodifiable
     */
    public Map<Departure, String> departures() {
        return departures;
    }

    /**
     * Whether it departs in something.
     *
     * @param departure in what
     * @return true if so
     */
    public boolean has(Departure departure) {
        return departures.containsKey(departure);
    }

    @Override
    public String toString() {
        return name + " " + departures;
    }
}
