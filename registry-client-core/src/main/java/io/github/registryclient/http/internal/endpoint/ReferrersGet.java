package io.github.registryclient.http.internal.endpoint;

import io.github.registryclient.error.InvalidResponseException;
import io.github.registryclient.error.MalformedDocumentException;
import io.github.registryclient.http.internal.listing.ListedValues;
import io.github.registryclient.http.internal.listing.Page;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.manifest.Descriptor;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.manifest.MediaTypes;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * GET of a page of referrers; empty where the registry has no referrers API. Registries without one answer 404, 400, 405 or
 * 406, or send something that is no image index (GHCR: a page for people).
 */
public final class ReferrersGet implements Endpoint<Optional<Page<Descriptor>>> {
    private final Addresses addresses;
    private final RepositoryName repository;
    private final Digest subject;
    private final Optional<String> artifactType;
    private final String query;
    private final int bodyLimit;

    /**
     * Asks for one page.
     *
     * @param addresses the registry
     * @param repository the repository
     * @param subject what the referrers refer to
     * @param artifactType the type wanted, or empty for all
     * @param query raw query of a further page, empty for the first
     * @param bodyLimit the largest page, in bytes
     */
    public ReferrersGet(
            Addresses addresses,
            RepositoryName repository,
            Digest subject,
            Optional<String> artifactType,
            String query,
            int bodyLimit) {
        this.addresses = addresses;
        this.repository = repository;
        this.subject = subject;
        this.artifactType = artifactType;
        this.query = query;
        this.bodyLimit = bodyLimit;
    }

    @Override
    public Request request() {
        return Request.builder("GET", addresses.referrers(repository, subject, query))
                .repository(repository)
                .bodyLimit(bodyLimit)
                .header("Accept", MediaTypes.OCI_INDEX)
                .build();
    }

    @Override
    public Optional<Page<Descriptor>> read(Reply reply) {
        switch (reply.status()) {
            case 200:
                return isIndex(reply) ? Optional.of(page(reply)) : Optional.empty();
            case 400:
            case 403:
            case 405:
            case 406:
                return Optional.empty();
            case 404:
                if (ErrorBody.read(reply).hasCode("NAME_UNKNOWN")) {
                    throw Refusals.of(reply);
                }
                return Optional.empty();
            default:
                throw Refusals.of(reply);
        }
    }

    private static boolean isIndex(Reply reply) {
        return MediaTypes.isIndex(reply.header("Content-Type").orElse(""));
    }

    private Page<Descriptor> page(Reply reply) {
        List<Descriptor> served = entries(reply);
        List<Descriptor> wanted = isFiltered(reply) ? served : ofType(served, artifactType);
        String last =
                served.isEmpty() ? null : served.get(served.size() - 1).digest().toString();
        return new Page<>(reply, new ListedValues<>(wanted), served.size(), last);
    }

    private static List<Descriptor> entries(Reply reply) {
        try {
            return Manifest.parse(MediaTypes.OCI_INDEX, PlainBody.bytes(reply)).entries();
        } catch (MalformedDocumentException e) {
            throw new InvalidResponseException(
                    reply.request().method(), reply.request().shownUri(), String.valueOf(e.getMessage()), e);
        }
    }

    private static boolean isFiltered(Reply reply) {
        return reply.headers("OCI-Filters-Applied").stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .anyMatch(filter -> filter.strip().equals("artifactType"));
    }

    /**
     * Filters here what the registry did not.
     *
     * @param entries descriptors
     * @param artifactType the type wanted, or empty for all
     * @return those of that type
     */
    public static List<Descriptor> ofType(List<Descriptor> entries, Optional<String> artifactType) {
        return entries.stream()
                .filter(entry -> artifactType.isEmpty() || entry.artifactType().equals(artifactType))
                .collect(Collectors.toUnmodifiableList());
    }
}
