package io.github.registryclient.tests.plan.contract;

import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.net.URI;

/** A registry that is planned for. */
interface Place extends AutoCloseable {
    URI uri();

    /** Takes a manifest away and leaves its tags, as a deletion does that broke off in the middle. */
    void loseManifest(RepositoryName repository, Digest manifest);

    /** Leaves a manifest without a byte, as a disk does that was full. */
    void spoilManifest(Digest manifest);

    @Override
    void close();
}
