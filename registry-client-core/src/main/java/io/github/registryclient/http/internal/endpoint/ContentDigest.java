package io.github.registryclient.http.internal.endpoint;

import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Reference;
import java.util.List;
import java.util.Optional;

/** The {@code Docker-Content-Digest} header: a claim, to be compared with what was asked for and with the bytes. */
final class ContentDigest {
    private ContentDigest() {}

    /** The digest that the answer claims; empty if there is none, it is no digest, or there are two. */
    static Optional<Digest> claimed(Reply reply) {
        List<String> values = reply.headers("Docker-Content-Digest");
        boolean agreed = !values.isEmpty() && values.stream().allMatch(values.get(0)::equals);
        return agreed ? Digest.parse(values.get(0).strip()) : Optional.empty();
    }

    /** Whether another digest of the same algorithm was asked for. */
    static boolean contradicts(Reference asked, Digest claimed) {
        return asked instanceof Digest
                && ((Digest) asked).algorithm().equals(claimed.algorithm())
                && !asked.equals(claimed);
    }
}
