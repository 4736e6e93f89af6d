package io.github.registryclient.http.internal.endpoint;

import io.github.registryclient.http.internal.address.PercentEncoding;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.RepositoryName;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which page of which referrers. Immutable. */
public final class ReferrersQuery {
    private static final Pattern SIZE_ONLY = Pattern.compile("n=\\d+");

    private final RepositoryName repository;
    private final Digest subject;
    private final Optional<String> artifactType;
    private final String page;

    /**
     * Asks for one page.
     *
     * @param repository the repository
     * @param subject what the referrers refer to
     * @param artifactType the type wanted, or empty for all
     * @param page raw query of the page, may be empty
     */
    public ReferrersQuery(RepositoryName repository, Digest subject, Optional<String> artifactType, String page) {
        this.repository = repository;
        this.subject = subject;
        this.artifactType = artifactType;
        this.page = page;
    }

    RepositoryName repository() {
        return repository;
    }

    Digest subject() {
        return subject;
    }

    Optional<String> artifactType() {
        return artifactType;
    }

    boolean hasSize() {
        return SIZE_ONLY.matcher(page).matches();
    }

    /** Whether it has a cursor, so that the registry has the API: it gave the cursor. */
    boolean isFurther() {
        return !page.isEmpty() && !hasSize();
    }

    /** The raw query: a cursor is the registry's business, the type is asked for where the query is ours. */
    String raw() {
        if (isFurther() || artifactType.isEmpty()) {
            return page;
        }
        String type = "artifactType=" + PercentEncoding.inParameter(artifactType.get());
        return page.isEmpty() ? type : page + "&" + type;
    }
}
