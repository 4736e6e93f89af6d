package io.github.registryclient.cleanup;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.read.SideBySide;
import io.github.registryclient.error.CallInterruptedException;
import io.github.registryclient.error.ClientClosedException;
import io.github.registryclient.error.RegistryException;
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
            List<OptionalLong> sizes = workers.map(blobs, blob -> size(blob.getValue(), blob.getKey()));
            Map<Digest, Long> verified = new LinkedHashMap<>();
            for (int i = 0; i < blobs.size(); i++) {
                if (sizes.get(i).isPresent()) {
                    verified.put(blobs.get(i).getKey(), sizes.get(i).getAsLong());
                }
            }
            return plan.withSizes(verified);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallInterruptedException(
                    "HEAD", client.registry().toString(), "the thread was interrupted while sizes were asked for", e);
        }
    }

    /** 0 if it is missing, empty if that could not be told: then what manifests claim is all that there is. */
    private OptionalLong size(RepositoryName repository, Digest blob) {
        try {
            return OptionalLong.of(client.findBlobSize(repository, blob).orElse(0));
        } catch (CallInterruptedException | ClientClosedException ended) {
            throw ended;
        } catch (RegistryException unknown) {
            return OptionalLong.empty();
        }
    }
}
