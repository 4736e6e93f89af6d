package io.github.registryclient.http.internal.endpoint;

import io.github.registryclient.manifest.Descriptor;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;

/** An order of descriptors in which only those are equal that say the same; it means nothing else. */
public final class DescriptorOrder implements Comparator<Descriptor>, Serializable {
    private static final long serialVersionUID = 1L;

    /** Creates one. */
    public DescriptorOrder() {}

    @Override
    public int compare(Descriptor one, Descriptor other) {
        int byDigest = one.digest().compareTo(other.digest());
        return byDigest != 0 ? byDigest : said(one).compareTo(said(other));
    }

    private static String said(Descriptor entry) {
        return List.of(
                        entry.mediaType(),
                        entry.size(),
                        entry.artifactType(),
                        entry.platform(),
                        entry.annotations(),
                        entry.urls())
                .toString();
    }
}
