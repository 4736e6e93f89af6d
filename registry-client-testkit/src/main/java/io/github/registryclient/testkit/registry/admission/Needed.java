package io.github.registryclient.testkit.registry.admission;

import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.manner.ChallengeManner;
import io.github.registryclient.testkit.registry.Refusal;
import io.github.registryclient.testkit.registry.Resource;
import io.github.registryclient.testkit.registry.Route;
import io.github.registryclient.testkit.token.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a request needs its sender to be allowed; nothing for {@code /v2/}, which only wants to know who it is. */
final class Needed {
    private final Resource resource;
    private final List<Scope> scopes;

    private Needed(Resource resource, List<Scope> scopes) {
        this.resource = resource;
        this.scopes = List.copyOf(scopes);
    }

    /** Empty for a path that no registry has, which everybody may ask for. */
    static Optional<Needed> by(Request request, Set<ChallengeManner> manners) {
        return Route.of(request.path()).flatMap(route -> {
            switch (route.resource()) {
                case SUPPORT:
                    return Optional.of(new Needed(Resource.SUPPORT, List.of()));
                case CATALOG:
                    return Optional.of(new Needed(Resource.CATALOG, catalog(manners)));
                default:
                    return name(route).map(name -> new Needed(route.resource(), repository(request, name, manners)));
            }
        });
    }

    private static List<Scope> catalog(Set<ChallengeManner> manners) {
        boolean open = manners.contains(ChallengeManner.OPEN_CATALOG)
                || manners.contains(ChallengeManner.FILTERED_CATALOG_UNLESS_AUTHORIZED);
        return open ? List.of() : List.of(Scope.catalog());
    }

    /** Empty if it is none: that is the registry's to say. */
    private static Optional<String> name(Route route) {
        try {
            return Optional.of(route.repository().toString());
        } catch (Refusal malformed) {
            return Optional.empty();
        }
    }

    private static List<Scope> repository(Request request, String name, Set<ChallengeManner> manners) {
        List<Scope> scopes = new ArrayList<>();
        switch (request.method()) {
            case "GET":
            case "HEAD":
                scopes.add(Scope.repository(name, "pull"));
                break;
            case "DELETE":
                scopes.add(Scope.repository(name, deleting(manners)));
                break;
            default:
                scopes.add(Scope.repository(name, "pull", "push"));
                break;
        }
        request.query("from")
                .filter(from -> !from.isEmpty())
                .ifPresent(from -> scopes.add(Scope.repository(from, "pull")));
        return scopes;
    }

    private static String[] deleting(Set<ChallengeManner> manners) {
        if (manners.contains(ChallengeManner.STAR_TO_DELETE)) {
            return new String[] {"*"};
        }
        return manners.contains(ChallengeManner.PUSH_TO_DELETE)
                ? new String[] {"pull", "push"}
                : new String[] {"delete"};
    }

    Resource resource() {
        return resource;
    }

    List<Scope> scopes() {
        return scopes;
    }

    boolean isCoveredBy(List<Scope> granted) {
        return scopes.stream()
                .allMatch(scope -> scope.actions().stream()
                        .allMatch(action ->
                                granted.stream().anyMatch(other -> other.covers(scope.type(), scope.name(), action))));
    }
}
