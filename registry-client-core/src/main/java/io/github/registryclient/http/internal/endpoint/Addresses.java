package io.github.registryclient.http.internal.endpoint;

import io.github.registryclient.http.internal.address.Origin;
import io.github.registryclient.http.internal.address.PercentEncoding;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Reference;
import io.github.registryclient.name.RepositoryName;
import java.net.URI;
import java.util.regex.Pattern;

/** Where things are at one registry; escapes names that servers sent against the grammar. */
public final class Addresses {
    /** One plain segment: below another one might begin, as the server reads it, a manifest or a blob. */
    private static final Pattern UPLOAD_ID = Pattern.compile("[A-Za-z0-9_=~-][A-Za-z0-9_=~.-]*");

    private static final String DOCKER_HUB = "registry-1.docker.io";

    private final String prefix;
    private final String root;
    private final Origin origin;

    /**
     * The addresses of a registry.
     *
     * @param endpoint scheme, host and port, and what stands before {@code /v2/} in paths, without a slash at its end;
     *     checked before
     */
    public Addresses(URI endpoint) {
        this.origin = Origin.of(endpoint);
        this.prefix = String.valueOf(endpoint.getRawPath());
        this.root = endpoint.getScheme() + "://" + endpoint.getRawAuthority() + prefix + "/v2/";
    }

    /**
     * The registry as messages name it.
     *
     * @return its origin and the path below which it answers
     */
    public String shown() {
        return origin + prefix;
    }

    /**
     * The name that a repository has here. Docker Hub's own images go by one part with its tools, and lie in
     * {@code library/}, where every other repository has an owner.
     *
     * @param repository the name as a person says it
     * @return {@code library/alpine} for {@code alpine} at Docker Hub, else the same
     */
    public RepositoryName inFull(RepositoryName repository) {
        return origin.host().equals(DOCKER_HUB) && repository.toString().indexOf('/') < 0
                ? RepositoryName.asServed("library/" + repository)
                : repository;
    }

    /**
     * The API's root.
     *
     * @return {@code /v2/}
     */
    public URI root() {
        return URI.create(root);
    }

    /**
     * A page of the catalog.
     *
     * @param query raw query, may be empty
     * @return {@code /v2/_catalog}
     */
    public URI catalog(String query) {
        return URI.create(root + "_catalog" + suffix(query));
    }

    /**
     * A page of tags.
     *
     * @param repository the repository
     * @param query raw query, may be empty
     * @return {@code /v2/<name>/tags/list}
     */
    public URI tags(RepositoryName repository, String query) {
        return URI.create(path(repository) + "/tags/list" + suffix(query));
    }

    /**
     * A manifest.
     *
     * @param repository the repository
     * @param reference tag or digest
     * @return {@code /v2/<name>/manifests/<reference>}
     */
    public URI manifest(RepositoryName repository, Reference reference) {
        return URI.create(path(repository) + "/manifests/" + PercentEncoding.inPath(reference.toString()));
    }

    /**
     * A page of referrers.
     *
     * @param repository the repository
     * @param subject the subject
     * @param query raw query, may be empty
     * @return {@code /v2/<name>/referrers/<digest>}
     */
    public URI referrers(RepositoryName repository, Digest subject, String query) {
        return URI.create(path(repository) + "/referrers/" + subject + suffix(query));
    }

    /**
     * A blob.
     *
     * @param repository the repository
     * @param digest its digest
     * @return {@code /v2/<name>/blobs/<digest>}
     */
    public URI blob(RepositoryName repository, Digest digest) {
        return URI.create(path(repository) + "/blobs/" + digest);
    }

    /**
     * Where uploads begin.
     *
     * @param repository the repository
     * @param query raw query, may be empty
     * @return {@code /v2/<name>/blobs/uploads/}
     */
    public URI uploads(RepositoryName repository, String query) {
        return URI.create(path(repository) + "/blobs/uploads/" + suffix(query));
    }

    /**
     * Whether an address is of this registry, and not of another origin that it redirected to.
     *
     * @param address an address as exceptions show it
     * @return true if it has this registry's origin
     */
    public boolean areOf(String address) {
        return address.startsWith(origin + "/");
    }

    /**
     * Whether the registry itself gave an answer, and not another origin that it redirected to.
     *
     * @param reply an answer
     * @return true if it was asked last
     */
    boolean gave(Reply reply) {
        return areOf(reply.request().uri());
    }

    boolean areOf(URI address) {
        return Origin.of(address).equals(origin);
    }

    /**
     * Whether an address is an upload of a repository at this registry, which may be cancelled by DELETE.
     *
     * @param repository the repository
     * @param location where the registry wants an upload
     * @return true if it lies right below {@link #uploads} and is nothing else to anybody
     */
    public boolean isUpload(RepositoryName repository, URI location) {
        String uploads = String.valueOf(uploads(repository, "").getRawPath());
        String path = String.valueOf(location.getRawPath());
        return areOf(location)
                && path.startsWith(uploads)
                && UPLOAD_ID.matcher(path.substring(uploads.length())).matches();
    }

    /**
     * Where an upload is to go. A registry that knows nothing of the path before its {@code /v2/}, because a proxy takes it
     * away, leaves it out of its addresses.
     *
     * @param repository the repository
     * @param location where the registry wants an upload
     * @return the same, with the path that is missing if nothing else is wrong with it
     */
    URI belowPrefix(RepositoryName repository, URI location) {
        String uploads = String.valueOf(uploads(repository, "").getRawPath());
        boolean lacksPrefix = !prefix.isEmpty()
                && areOf(location)
                && String.valueOf(location.getRawPath()).startsWith(uploads.substring(prefix.length()));
        return lacksPrefix ? withPrefix(location) : location;
    }

    private URI withPrefix(URI location) {
        String query = location.getRawQuery() == null ? "" : "?" + location.getRawQuery();
        return URI.create(
                location.getScheme() + "://" + location.getRawAuthority() + prefix + location.getRawPath() + query);
    }

    private String path(RepositoryName repository) {
        return root + PercentEncoding.inPath(repository.toString());
    }

    private static String suffix(String query) {
        return query.isEmpty() ? "" : "?" + query;
    }
}
