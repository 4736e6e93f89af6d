package io.github.registryclient.cleanup;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.read.SideBySide;
import io.github.registryclient.error.CallInterruptedException;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Asks the registry how large the blobs are that would go. */
final class VerifiedSizes {
    private final RegistryClient client;
    private final int readsAtOnce;

    VerifiedSizes(RegistryClient client, int readsAtOnce) {
        this.client = client;
        this.readsAtOnce = readsAtOnce;
    }

    Plan in(Plan plan) {
        Map<Digest, RepositoryName> homes = plan.freedBlobs();
        List<Map.Entry<Digest, RepositoryName>> blobs = List.copyOf(homes.entrySet());
        try (SideBySide workers = new SideBySide("registry-client-sizes-", readsAtOnce)) {
            List<OptionalLong> sizes = workers.map(blobs, blob -> client.findBlobSize(blob.getValue(), blob.getKey()));
            Map<Digest, Long> verified = new LinkedHashMap<>();
            for (int i = 0; i < blobs.size(); i++) {
                verified.put(blobs.get(i).getKey(), sizes.get(i).orElse(0));
            }
            return plan.withSizes(verified);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallInterruptedException(
                    "HEAD", client.registry().toString(), "the thread was interrupted while sizes were asked for", e);
        }
    }
}
