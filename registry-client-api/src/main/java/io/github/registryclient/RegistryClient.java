package io.github.registryclient;

import io.github.registryclient.manifest.Descriptor;
import io.github.registryclient.manifest.ImageConfig;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Reference;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One registry that speaks the Docker Registry HTTP API v2 or the OCI Distribution API.
 *
 * <p><b>Truth.</b> A method returns what it says or throws; none returns part of an answer. All failures are
 * {@link io.github.registryclient.error.RegistryException}s: the registry said no
 * ({@link io.github.registryclient.error.ErrorResponseException}, by kind), there was no answer
 * ({@link io.github.registryclient.error.NoResponseException}), or the answer cannot be believed
 * ({@link io.github.registryclient.error.InvalidResponseException}).
 *
 * <p><b>Threads.</b> Safe for any number of threads. Calls block, have a deadline, and end with a
 * {@link io.github.registryclient.error.CallInterruptedException} when their thread is interrupted.
 *
 * <p><b>Life cycle.</b> Keep one client per registry and close it; calls in flight then end with a
 * {@link io.github.registryclient.error.ClientClosedException}.
 */
public interface RegistryClient extends AutoCloseable {
    /**
     * The registry that this client talks to.
     *
     * @return its address, such as {@code https://registry.example.com}; it holds no credentials
     */
    URI registry();

    /**
     * Lists the repositories, as far as the account may see them.
     *
     * <p>Source: Docker Registry HTTP API v2, "Catalog"; not part of the OCI specification. Registries list repositories that
     * have become empty, and some miss existing ones: the catalog proves neither existence nor absence. List completely
     * ({@link Listing#toList}) before the first deletion.
     *
     * @return a lazy listing; each iteration asks anew
     * @throws io.github.registryclient.error.CatalogUnavailableException while iterating, where the registry has no catalog or
     *     not for this account
     */
    Listing<RepositoryName> listRepositories();

    /**
     * Lists the tags of a repository, in the server's order, which may be any.
     *
     * <p>Digests that a server lists among tags and null entries are left out; a repository that exists without tags gives an
     * empty listing. List completely ({@link Listing#toList}) before the first deletion: distribution 3.0.0 skips a tag, and Harbor
     * and zot refuse to go on, when the tag that the listing had come to is deleted meanwhile.
     *
     * @param repository the repository
     * @return a lazy listing; each iteration asks anew
     * @throws io.github.registryclient.error.NotFoundException while iterating, if the repository does not exist
     */
    Listing<Tag> listTags(RepositoryName repository);

    /**
     * Lists the tags of a repository.
     *
     * @param repository the repository's name
     * @return see {@link #listTags(RepositoryName)}
     */
    default Listing<Tag> listTags(String repository) {
        return listTags(RepositoryName.of(repository));
    }

    /**
     * Resolves a tag (or confirms a digest) to the digest of its manifest or index.
     *
     * <p>All manifest types are accepted, so an index is never mistaken for one of its children. Asked by HEAD; where that
     * gives no digest, by GET and hashing the bytes.
     *
     * @param repository the repository
     * @param reference a tag or a digest
     * @return the digest, never null
     * @throws io.github.registryclient.error.NotFoundException if there is none
     */
    Digest getManifestDigest(RepositoryName repository, Reference reference);

    /**
     * Resolves a tag to the digest of its manifest or index.
     *
     * @param repository the repository's name
     * @param reference a tag or a digest
     * @return see {@link #getManifestDigest(RepositoryName, Reference)}
     */
    default Digest getManifestDigest(String repository, String reference) {
        return getManifestDigest(RepositoryName.of(repository), Reference.of(reference));
    }

    /**
     * Resolves a tag (or confirms a digest) to the digest of its manifest or index.
     *
     * @param repository the repository's name
     * @param reference a tag, such as one that was listed, or a digest
     * @return see {@link #getManifestDigest(RepositoryName, Reference)}
     */
    default Digest getManifestDigest(String repository, Reference reference) {
        return getManifestDigest(RepositoryName.of(repository), reference);
    }

    /**
     * Resolves many tags of one repository side by side.
     *
     * <p>Tags that are listed but whose manifest is gone (404) are told apart as dangling; any other failure fails the whole
     * call.
     *
     * @param repository the repository
     * @param tags the tags, repetitions are resolved once
     * @return the digests, in the order of the tags
     */
    ResolvedTags resolveTags(RepositoryName repository, Collection<Tag> tags);

    /**
     * Resolves many tags of one repository side by side.
     *
     * @param repository the repository's name
     * @param tags the tags, repetitions are resolved once
     * @return see {@link #resolveTags(RepositoryName, Collection)}
     */
    default ResolvedTags resolveTags(String repository, Collection<Tag> tags) {
        return resolveTags(RepositoryName.of(repository), tags);
    }

    /**
     * Reads a manifest or index; its bytes are checked against the digest asked for and the digest claimed.
     *
     * @param repository the repository
     * @param reference a tag or a digest
     * @return the manifest
     * @throws io.github.registryclient.error.NotFoundException if there is none
     * @throws io.github.registryclient.error.DigestMismatchException if the bytes are not those of the digest
     */
    Manifest getManifest(RepositoryName repository, Reference reference);

    /**
     * Reads a manifest or index.
     *
     * @param repository the repository's name
     * @param reference a tag or a digest
     * @return see {@link #getManifest(RepositoryName, Reference)}
     */
    default Manifest getManifest(String repository, String reference) {
        return getManifest(RepositoryName.of(repository), Reference.of(reference));
    }

    /**
     * Reads a manifest or index.
     *
     * @param repository the repository's name
     * @param reference a tag, such as one that was listed, or a digest
     * @return see {@link #getManifest(RepositoryName, Reference)}
     */
    default Manifest getManifest(String repository, Reference reference) {
        return getManifest(RepositoryName.of(repository), reference);
    }

    /**
     * Reads a manifest only if it is another one than known; on most registries that costs no body.
     *
     * @param repository the repository
     * @param reference a tag, usually
     * @param known the digest that is known already
     * @return the manifest, or empty if it still is the known one
     * @throws io.github.registryclient.error.NotFoundException if there is none
     */
    Optional<Manifest> getManifestIfChanged(RepositoryName repository, Reference reference, Digest known);

    /**
     * Reads the configuration of an image manifest.
     *
     * @param repository the repository
     * @param image a manifest with a {@linkplain Manifest#config() configuration}
     * @return the configuration
     * @throws io.github.registryclient.error.InvalidInputException if the manifest has none
     * @throws io.github.registryclient.error.NotFoundException if the blob is missing
     */
    ImageConfig getImageConfig(RepositoryName repository, Manifest image);

    /**
     * Deletes a manifest <b>and with it every tag that points to it</b>; blobs stay until the registry's garbage collection.
     *
     * <p>The digest is looked at first: if the registry does not confirm it as a manifest of this repository, nothing is sent.
     * Source: OCI distribution spec 1.1, "Deleting manifests".
     *
     * @param repository the repository
     * @param digest the manifest's digest
     * @return what became of it
     * @throws io.github.registryclient.error.DeletionDisabledException if deletion is off or the registry is read-only
     * @throws io.github.registryclient.error.DeletionRefusedException if this manifest is protected or referenced
     * @throws io.github.registryclient.error.UnverifiedDigestException if the digest could not be confirmed as a manifest
     * @throws io.github.registryclient.error.NoResponseException if no answer came: the manifest may be gone or not, but
     *     is not after an {@link io.github.registryclient.error.UnreachableException}
     * @throws io.github.registryclient.error.InvalidResponseException if the answer to the DELETE is not a registry's, or
     *     cannot be believed: the manifest may be gone or not
     */
    DeleteResult deleteManifest(RepositoryName repository, Digest digest);

    /**
     * Deletes a manifest that this client has read from this repository, without looking at it again; a manifest from
     * elsewhere is looked at as in {@link #deleteManifest(RepositoryName, Digest)}.
     *
     * @param repository the repository
     * @param manifest the manifest
     * @return what became of it
     */
    DeleteResult deleteManifest(RepositoryName repository, Manifest manifest);

    /**
     * Deletes a manifest and every tag that points to it.
     *
     * @param repository the repository's name
     * @param digest the manifest's digest
     * @return see {@link #deleteManifest(RepositoryName, Digest)}
     */
    default DeleteResult deleteManifest(String repository, Digest digest) {
        return deleteManifest(RepositoryName.of(repository), digest);
    }

    /**
     * Deletes a manifest and every tag that points to it.
     *
     * @param repository the repository's name
     * @param digest a digest; a tag is refused, because its manifest may have others
     * @return see {@link #deleteManifest(RepositoryName, Digest)}
     */
    default DeleteResult deleteManifest(String repository, String digest) {
        return deleteManifest(RepositoryName.of(repository), Digest.of(digest));
    }

    /**
     * Removes one tag and leaves its manifest, where the registry can; never deletes the manifest instead.
     *
     * <p>Two requests more than the DELETE: the tag is resolved before, and its manifest looked at afterwards, because some
     * registries take it along. A tag that shows no manifest, gone or dangling, is just deleted.
     *
     * @param repository the repository
     * @param tag the tag
     * @return what became of it
     * @throws io.github.registryclient.error.TagDeletionUnsupportedException if the registry cannot
     * @throws io.github.registryclient.error.ManifestVanishedException if the tag was removed and its manifest is gone with it
     * @throws io.github.registryclient.error.TagMovedException if the registry refused for now, or credentials were waited for, and
     *     the tag pointed elsewhere when it was to be asked: nothing was deleted
     * @throws io.github.registryclient.error.DeletionRefusedException if this tag is protected, or still there after a 404
     * @throws io.github.registryclient.error.DeletionDisabledException if deletion is off or the registry is read-only
     * @throws io.github.registryclient.error.NoResponseException if no answer came: the tag may be gone or not
     * @throws io.github.registryclient.error.InvalidResponseException if the answer to the DELETE is not a registry's, or
     *     cannot be believed: the tag may be gone or not
     */
    DeleteResult deleteTag(RepositoryName repository, Tag tag);

    /**
     * Removes one tag and leaves its manifest, where the registry can.
     *
     * @param repository the repository's name
     * @param tag the tag
     * @return see {@link #deleteTag(RepositoryName, Tag)}
     */
    default DeleteResult deleteTag(String repository, String tag) {
        return deleteTag(RepositoryName.of(repository), Tag.of(tag));
    }

    /**
     * Lists what refers to a manifest: signatures, SBOMs and other artifacts with it as their subject.
     *
     * <p>Asked of the referrers API; where the registry has none, the fallback tag {@code sha256-<hex>} is read. Source: OCI
     * distribution spec 1.1, "Listing Referrers". Cosign's {@code .sig} tags are not among them.
     *
     * @param repository the repository
     * @param subject the manifest's digest
     * @return a lazy listing, empty if there is nothing
     */
    Listing<Descriptor> listReferrers(RepositoryName repository, Digest subject);

    /**
     * Lists the referrers of one type, filtered here where the registry does not.
     *
     * @param repository the repository
     * @param subject the manifest's digest
     * @param artifactType the type wanted
     * @return a lazy listing, empty if there is nothing
     */
    Listing<Descriptor> listReferrers(RepositoryName repository, Digest subject, String artifactType);

    /**
     * Whether a blob is there, and how large.
     *
     * @param repository the repository
     * @param digest the blob's digest
     * @return its size in bytes, or empty if the registry says in its own words that it is not there (not an ingress before it)
     */
    OptionalLong findBlobSize(RepositoryName repository, Digest digest);

    /**
     * Streams a blob. Reading to the end proves the digest: the last read throws if it is another one. Close the stream: until
     * then it holds a connection and counts against the concurrency.
     *
     * @param repository the repository
     * @param digest the blob's digest
     * @return the content; its reads throw {@link io.github.registryclient.error.RegistryException}s and
     *     {@link java.io.IOException} only after {@code close()}
     * @throws io.github.registryclient.error.NotFoundException if it is not there
     */
    InputStream openBlob(RepositoryName repository, Digest digest);

    /**
     * Streams a part of a blob, which proves that the bytes are there but not that they are right.
     *
     * @param repository the repository
     * @param digest the blob's digest
     * @param range the part wanted
     * @return exactly the part, to be closed
     * @throws io.github.registryclient.error.InvalidResponseException if the registry answers with another part, such as a
     *     shorter one where the blob ends
     */
    InputStream openBlob(RepositoryName repository, Digest digest, ByteRange range);

    /**
     * Stores a manifest, byte for byte, under a tag or under its digest.
     *
     * @param repository the repository
     * @param reference a tag, or the manifest's digest
     * @param manifest the manifest
     * @return its digest: the one that the registry names, or where it names none beside a 201, as the specification
     *     allows, the one of the bytes sent
     * @throws io.github.registryclient.error.DigestMismatchException if the registry stored something else
     * @throws io.github.registryclient.error.InvalidResponseException if the answer does not show that it was stored
     */
    Digest putManifest(RepositoryName repository, Reference reference, Manifest manifest);

    /**
     * Uploads a blob in one piece, unless it is there already with the same size.
     *
     * @param repository the repository
     * @param content the bytes
     * @return its digest
     */
    Digest uploadBlob(RepositoryName repository, byte[] content);

    /**
     * Uploads a file as a blob in one piece, unless it is there already with the same size; the file is
     * read twice.
     *
     * @param repository the repository
     * @param content a file that does not change meanwhile
     * @return its digest
     */
    Digest uploadBlob(RepositoryName repository, Path content);

    /**
     * Makes a blob of another repository available in this one, without transferring it.
     *
     * @param repository the repository that is to have it
     * @param digest the blob's digest
     * @param from the repository that has it
     * @return true if mounted; false if the registry did not, then upload it
     */
    boolean mountBlob(RepositoryName repository, Digest digest, RepositoryName from);

    /**
     * What the registry can do, as far as reading tells; deletion stays {@link Capabilities.Deletion#UNKNOWN}, but a token server
     * may have told whether this account {@linkplain Capabilities#mayDelete may delete}.
     *
     * @param repository a repository to ask about
     * @return the capabilities
     */
    Capabilities capabilities(RepositoryName repository);

    /**
     * What the registry can do, deletion included: sends a DELETE for a digest and for a tag that, being random, nobody has.
     *
     * @param repository a repository to ask about
     * @return the capabilities
     */
    Capabilities probeCapabilities(RepositoryName repository);

    /** Ends calls in flight and frees what the client holds. May be called more than once and from any thread. */
    @Override
    void close();
}
