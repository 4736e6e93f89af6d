package io.github.registryclient.http.internal.auth;

import io.github.registryclient.http.internal.transport.Need;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.name.RepositoryName;
import java.util.Optional;

/** What a request needs to be allowed. Immutable. */
final class Access {
    static final Scope CATALOG = Scope.of("registry:catalog", "*");

    private final Use use;
    private final String resource;
    private final Scopes more;

    private Access(Use use, String resource, Scopes more) {
        this.use = use;
        this.resource = resource;
        this.more = more;
    }

    static Access of(Request request) {
        Optional<RepositoryName> repository = request.repository();
        if (repository.isEmpty()) {
            return new Access(request.isCatalog() ? Use.CATALOG : Use.ROOT, "", Scopes.NONE);
        }
        return new Access(use(request), resource(repository.get()), more(request));
    }

    private static Use use(Request request) {
        if (request.isRead()) {
            return Use.READ;
        }
        return request.method().equals("DELETE") ? Use.DELETE : Use.WRITE;
    }

    private static Scopes more(Request request) {
        Scopes more = Scopes.NONE;
        for (Need need : request.needs()) {
            more = more.and(Scope.of(resource(need.repository()), need.action()));
        }
        return more;
    }

    private static String resource(RepositoryName repository) {
        return "repository:" + repository;
    }

    Use use() {
        return use;
    }

    /** Such as {@code repository:team/app}; empty where there is no repository. */
    String resource() {
        return resource;
    }

    boolean isInRepository() {
        return !resource.isEmpty();
    }

    /** What the request said that it needs besides. */
    Scopes more() {
        return more;
    }
}
