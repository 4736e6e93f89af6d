package io.github.registryclient.http.internal.endpoint;

import io.github.registryclient.error.ErrorResponse;
import io.github.registryclient.error.MalformedDocumentException;
import io.github.registryclient.http.internal.answer.ErrorBody;
import io.github.registryclient.http.internal.answer.Evidence;
import io.github.registryclient.http.internal.answer.Refusals;
import io.github.registryclient.http.internal.listing.ListedValues;
import io.github.registryclient.http.internal.listing.Page;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.manifest.Descriptor;
import io.github.registryclient.manifest.Manifest;
import io.github.registryclient.manifest.MediaTypes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * GET of a page of referrers; empty where the registry has no referrers API. Registries without one answer 404, 400, 405 or
 * 406, or send something that is no image index (GHCR: a page for people).
 */
public final class ReferrersGet implements Endpoint<Optional<Page<Descriptor>>> {
    private static final Set<String> SAYS_NOTHING =
            Set.of("", "application/json", "application/octet-stream", "text/plain");

    private final Addresses addresses;
    private final ReferrersQuery query;
    private final int bodyLimit;

    /**
     * Asks for one page.
     *
     * @param addresses the registry
     * @param query which page
     * @param bodyLimit the largest page, in bytes
     */
    public ReferrersGet(Addresses addresses, ReferrersQuery query, int bodyLimit) {
        this.addresses = addresses;
        this.query = query;
        this.bodyLimit = bodyLimit;
    }

    @Override
    public Request request() {
        return Request.builder("GET", addresses.referrers(query.repository(), query.subject(), query.raw()))
                .repository(query.repository())
                .pageLimit(bodyLimit)
                .header("Accept", MediaTypes.OCI_INDEX)
                .build();
    }

    @Override
    public Optional<Page<Descriptor>> read(Reply reply) {
        if (reply.status() == 200 && isIndex(reply)) {
            return Optional.of(page(reply));
        }
        if (isWithoutApi(reply)) {
            return Optional.empty();
        }
        throw Refusals.of(reply);
    }

    /**
     * Whether a refusal is one of the subject, which was looked for: Quay has the API and says so of a manifest that is not there.
     *
     * @param reply an answer
     * @return true for 400 {@code MANIFEST_INVALID}
     */
    public static boolean isAboutSubject(Reply reply) {
        return reply.status() == 400 && ErrorBody.read(reply).hasCode("MANIFEST_INVALID");
    }

    /** A refusal of a cursor, of a page size, or of this account says nothing about the API, nor that there are no referrers. */
    private boolean isWithoutApi(Reply reply) {
        if (query.isFurther()) {
            return false;
        }
        ErrorResponse response = ErrorBody.read(reply);
        switch (reply.status()) {
            case 200:
                return reply.body().size() > 0 && !reply.json().has("errors");
            case 406:
                return true;
            case 400:
            case 405:
                return !query.hasSize();
            case 403: // of a registry without this API, not of a firewall or for this account
                return Evidence.isRegistrysOwn(reply)
                        && !response.hasCode("DENIED")
                        && !response.hasCode("UNAUTHORIZED");
            case 404:
                return !response.hasCode("NAME_UNKNOWN");
            default:
                return false;
        }
    }

    /** By its type, or where that says nothing by its shape; registries behind careless proxies lose the type. */
    private static boolean isIndex(Reply reply) {
        String type = MediaTypes.essence(reply.header("Content-Type").orElse(""));
        return MediaTypes.isIndex(type)
                || SAYS_NOTHING.contains(type) && reply.json().has("manifests");
    }

    private Page<Descriptor> page(Reply reply) {
        List<Descriptor> served = entries(reply);
        List<Descriptor> wanted = isFiltered(reply) ? served : ofType(served, query.artifactType());
        String last =
                served.isEmpty() ? null : served.get(served.size() - 1).digest().toString();
        return new Page<>(reply, new ListedValues<>(wanted, new DescriptorOrder()), served.size(), last);
    }

    private static List<Descriptor> entries(Reply reply) {
        try {
            return Manifest.parse(MediaTypes.OCI_INDEX, reply.body().toByteArray())
                    .entries();
        } catch (MalformedDocumentException e) {
            throw reply.invalid(e);
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
