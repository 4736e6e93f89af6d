package io.github.registryclient.http.internal.operation;

import io.github.registryclient.Capabilities;
import io.github.registryclient.Capabilities.Deletion;
import io.github.registryclient.Capabilities.Support;
import io.github.registryclient.error.NotFoundException;
import io.github.registryclient.error.NotPermittedException;
import io.github.registryclient.http.internal.advice.HttpDates;
import io.github.registryclient.http.internal.endpoint.Addresses;
import io.github.registryclient.http.internal.endpoint.DeletionProbe;
import io.github.registryclient.http.internal.endpoint.Ping;
import io.github.registryclient.http.internal.endpoint.ReferrersGet;
import io.github.registryclient.http.internal.endpoint.ReferrersQuery;
import io.github.registryclient.http.internal.endpoint.TagDeletionProbe;
import io.github.registryclient.http.internal.transport.Caller;
import io.github.registryclient.http.internal.transport.Limits;
import io.github.registryclient.http.internal.transport.Permission;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.name.Tag;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds out what a registry can do: by reading, and only when asked to by DELETEs that cannot hit anything. */
public final class CapabilityChecks {
    private final Caller caller;
    private final Addresses addresses;
    private final Supplier<String> randomName;

    /**
     * Checks of a registry.
     *
     * @param caller the way to the registry
     * @param addresses the registry
     * @param randomName gives texts that nobody else has, at most 100 letters and digits
     */
    public CapabilityChecks(Caller caller, Addresses addresses, Supplier<String> randomName) {
        this.caller = caller;
        this.addresses = addresses;
        this.randomName = randomName;
    }

    /**
     * Reads only.
     *
     * @param repository the repository
     * @return what reading tells
     */
    public Capabilities read(RepositoryName repository) {
        return reading(repository)
                .tagDeletion(Support.UNKNOWN)
                .deletion(Deletion.UNKNOWN)
                .build();
    }

    /**
     * Probes too.
     *
     * @param repository the repository
     * @return what can be told
     */
    public Capabilities probe(RepositoryName repository) {
        Capabilities.Builder capabilities = reading(repository);
        Tag nobodysTag = Tag.of("probe-" + randomName.get());
        Deletion deletion = new DeletionProbe(addresses, repository, nobodysDigest()).send(caller);
        if (deletion == Deletion.ENABLED || deletion == Deletion.NOT_PERMITTED) {
            capabilities.mayDelete(deletion == Deletion.ENABLED ? Support.YES : Support.NO);
        }
        return capabilities
                .deletion(deletion)
                .tagDeletion(new TagDeletionProbe(addresses, repository, nobodysTag).send(caller))
                .build();
    }

    private Capabilities.Builder reading(RepositoryName repository) {
        Capabilities.Builder capabilities = Capabilities.builder();
        capabilities.apiVersion(new Ping(addresses).send(caller));
        ReferrersGet referrers = referrersOfNobody(repository);
        Reply reply = caller.call(referrers.request().needing(repository, "delete"));
        capabilities.referrersApi(referrersApi(referrers, reply));
        capabilities.mayDelete(mayDelete(reply.deletion()));
        capabilities.account(Optional.of(reply.account()).filter(name -> !name.isEmpty()));
        capabilities.registryTime(reply.header("Date").flatMap(HttpDates::read));
        return capabilities;
    }

    /** Asked for the referrers of nobody's digest: an empty index where there is an API. */
    private ReferrersGet referrersOfNobody(RepositoryName repository) {
        ReferrersQuery nobodys = new ReferrersQuery(repository, nobodysDigest(), Optional.empty(), "");
        return new ReferrersGet(addresses, nobodys, Limits.MANIFEST);
    }

    private static Support mayDelete(Permission permission) {
        switch (permission) {
            case GRANTED:
                return Support.YES;
            case WITHHELD:
                return Support.NO;
            default:
                return Support.UNKNOWN;
        }
    }

    private static Support referrersApi(ReferrersGet referrers, Reply reply) {
        try {
            boolean has =
                    ReferrersGet.isAboutSubject(reply) || referrers.read(reply).isPresent();
            return has ? Support.YES : Support.NO;
        } catch (NotFoundException | NotPermittedException notForThisAccount) {
            return Support.UNKNOWN;
        }
    }

    private Digest nobodysDigest() {
        return Digest.sha256(randomName.get().getBytes(StandardCharsets.UTF_8));
    }
}
