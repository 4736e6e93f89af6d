package io.github.registryclient.testkit.manner;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The manners of one server, each with its source: what was seen on which version, or which file or issue says so. They
 * combine; where two change the same answer, the later one has the last word. Immutable.
 *
 * <p>They are those of the registry. The same product's token server has manners of its own, which are given to that: where they
 * are known, the methods here name them.
 */
public final class Manners {
    private final String server;
    private final Map<Manner, String> sources;

    private Manners(String server, Map<Manner, String> sources) {
        this.server = server;
        this.sources = Collections.unmodifiableMap(sources);
    }

    /**
     * A server that departs in nothing.
     *
     * @param server what to call it in messages
     * @return no manners yet
     */
    public static Manners of(String server) {
        return new Manners(server, new LinkedHashMap<>());
    }

    /**
     * The manners of all known servers.
     *
     * @return those of the methods below, in their order
     */
    public static List<Manners> known() {
        return List.of(
                distribution28(),
                distribution28WithCache(),
                distribution300(),
                distribution310(),
                distribution311(),
                distribution312(),
                goContainerRegistry(),
                zot(),
                harbor(),
                quay(),
                ecr(),
                gitea(),
                pulp(),
                nexus(),
                artifactory(),
                ghcr(),
                gcr());
    }

    /**
     * Single manners that none of the {@linkplain #known known servers} has: those of their other versions and settings, of servers
     * that are not played as a whole, and what the standards allow and clients have to expect. They are not one server's, and
     * some exclude each other.
     *
     * @return each with where it is known from, which says so where no server is known by name; unmodifiable
     */
    public static Map<Manner, String> loose() {
        return LooseManners.sources();
    }

    /**
     * Distribution 2.8 with storage on disk, as 2.8.2 and 2.8.3 are. It remembers no blobs, as where its configuration says nothing
     * of a cache: {@link #distribution28WithCache} does.
     *
     * @return its manners
     */
    public static Manners distribution28() {
        return Distribution2.manners();
    }

    /**
     * Distribution 2.8 as {@link #distribution28}, with {@code storage.cache.blobdescriptor: inmemory}, as the configuration in its
     * image has it: once garbage was collected while it served, it claims to have what is gone until
     * {@link io.github.registryclient.testkit.EmbeddedRegistry#restart}.
     *
     * @return its manners
     */
    public static Manners distribution28WithCache() {
        return Distribution2.withCache();
    }

    /**
     * Distribution 3.0.0 with storage on disk.
     *
     * @return its manners
     */
    public static Manners distribution300() {
        return Distribution3.manners300();
    }

    /**
     * Distribution 3.1.0 with storage on disk.
     *
     * @return its manners
     */
    public static Manners distribution310() {
        return Distribution3.manners310();
    }

    /**
     * Distribution 3.1.1 with storage on disk.
     *
     * @return its manners
     */
    public static Manners distribution311() {
        return Distribution3.manners311();
    }

    /**
     * Distribution 3.1.2 with storage on disk.
     *
     * @return its manners
     */
    public static Manners distribution312() {
        return Distribution3.manners312();
    }

    /**
     * The registry of go-containerregistry, {@code crane registry serve}, as v0.21.9 is.
     *
     * @return its manners
     */
    public static Manners goContainerRegistry() {
        return GoContainerRegistry.manners();
    }

    /**
     * Zot 6d19b44 of August 2026 with {@code dedupe} and Docker's media types. Not played: {@code /v2/} with an empty body; HEAD
     * of a blob that only another repository has, which zot then finds and keeps; a POST with {@code from} alone, 405; and that it
     * looks for the blobs of an image only where its config has OCI's type for configs or the one for empty documents.
     *
     * @return its manners
     */
    public static Manners zot() {
        return Zot.manners();
    }

    /**
     * Harbor, read in its source. Its token server has
     * {@link io.github.registryclient.testkit.tokenserver.TokenManner#POST_NOT_ALLOWED}.
     *
     * @return its manners
     */
    public static Manners harbor() {
        return Harbor.manners();
    }

    /**
     * Quay, read in its source. Its token server has
     * {@link io.github.registryclient.testkit.tokenserver.TokenManner#ONLY_TOKEN},
     * {@link io.github.registryclient.testkit.tokenserver.TokenManner#NO_EXPIRES_IN},
     * {@link io.github.registryclient.testkit.tokenserver.TokenManner#DELETE_SCOPE_REFUSED} and
     * {@link io.github.registryclient.testkit.tokenserver.TokenManner#CATALOG_SCOPE_REFUSED}.
     *
     * @return its manners
     */
    public static Manners quay() {
        return Quay.manners();
    }

    /**
     * Amazon ECR, known from its users' issues.
     *
     * @return its manners
     */
    public static Manners ecr() {
        return AmazonEcr.manners();
    }

    /**
     * Gitea and Forgejo, read in Gitea's source. Their token server has
     * {@link io.github.registryclient.testkit.tokenserver.TokenManner#ONLY_TOKEN} and
     * {@link io.github.registryclient.testkit.tokenserver.TokenManner#POST_NOT_ALLOWED}.
     *
     * @return its manners
     */
    public static Manners gitea() {
        return Gitea.manners();
    }

    /**
     * Pulp, read in its source. Its token server has
     * {@link io.github.registryclient.testkit.tokenserver.TokenManner#SERVICE_REQUIRED}.
     *
     * @return its manners
     */
    public static Manners pulp() {
        return Pulp.manners();
    }

    /**
     * A group repository of Nexus Repository, known from its users' issues.
     *
     * @return its manners
     */
    public static Manners nexus() {
        return Nexus.manners();
    }

    /**
     * Artifactory, known from its users' issues. Its token server has
     * {@link io.github.registryclient.testkit.tokenserver.TokenManner#POST_UNAUTHORIZED}.
     *
     * @return its manners
     */
    public static Manners artifactory() {
        return Artifactory.manners();
    }

    /**
     * GitHub's registry, known from its users' issues. Its token server has
     * {@link io.github.registryclient.testkit.tokenserver.TokenManner#POST_NOT_ALLOWED}.
     *
     * @return its manners
     */
    public static Manners ghcr() {
        return GitHubPackages.manners();
    }

    /**
     * Google's registries, read in go-containerregistry's client for them. Their token server has
     * {@link io.github.registryclient.testkit.tokenserver.TokenManner#POST_NOT_FOUND}.
     *
     * @return its manners
     */
    public static Manners gcr() {
        return GoogleRegistries.manners();
    }

    /**
     * Adds one.
     *
     * @param manner how the server departs
     * @param source where that is known from
     * @return the changed manners
     */
    public Manners with(Manner manner, String source) {
        Map<Manner, String> more = new LinkedHashMap<>(sources);
        more.remove(manner);
        more.put(manner, source);
        return new Manners(server, more);
    }

    /**
     * Takes one away, as for a server that was set otherwise.
     *
     * @param manner one that may be there
     * @return the changed manners
     */
    public Manners without(Manner manner) {
        Map<Manner, String> fewer = new LinkedHashMap<>(sources);
        fewer.remove(manner);
        return new Manners(server, fewer);
    }

    /**
     * What the server is called.
     *
     * @return a name for messages
     */
    public String server() {
        return server;
    }

    /**
     * Whether it has a manner.
     *
     * @param manner one that may be there
     * @return whether the server departs so
     */
    public boolean has(Manner manner) {
        return sources.containsKey(manner);
    }

    /**
     * All of them, and where they are known from.
     *
     * @return unmodifiable, in their order
     */
    public Map<Manner, String> sources() {
        return sources;
    }

    /** Server and manners, for messages. */
    @Override
    public String toString() {
        return server + " " + sources.keySet();
    }
}
