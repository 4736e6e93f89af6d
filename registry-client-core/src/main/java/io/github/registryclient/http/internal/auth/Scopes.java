package io.github.registryclient.http.internal.auth;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The scopes of one token, at most one for each resource, the newest first: some servers read only that. Of too many the oldest
 * are dropped, because they travel in an address. Immutable.
 */
final class Scopes {
    static final Scopes NONE = new Scopes(List.of());
    static final int MOST = 16;
    private static final int MAX_CHARACTERS = 4000;

    private final List<Scope> scopes;
    private final int hash;

    private Scopes(List<Scope> scopes) {
        this.scopes = List.copyOf(scopes);
        this.hash = new HashSet<>(scopes).hashCode();
    }

    static Scopes of(Scope scope) {
        return new Scopes(List.of(scope));
    }

    /** Reads the {@code scope} of a challenge: scopes with spaces between. */
    static Scopes parse(String text) {
        Scopes read = NONE;
        String[] parts = text.strip().split("\\s+", MOST + 1);
        for (int i = Math.min(parts.length, MOST) - 1; i >= 0; i--) {
            if (!parts[i].isEmpty()) {
                read = read.and(Scope.parse(parts[i]));
            }
        }
        return read;
    }

    /** These and a newer one. */
    Scopes and(Scope newer) {
        return with(of(newer.resource()).map(newer::and).orElse(newer));
    }

    /** These, a newer one in the place of the one for its resource. */
    Scopes with(Scope newer) {
        List<Scope> all = new ArrayList<>();
        int characters = newer.toString().length();
        all.add(newer);
        for (Scope scope : scopes) {
            characters += scope.toString().length() + 1;
            if (!scope.resource().equals(newer.resource()) && all.size() < MOST && characters <= MAX_CHARACTERS) {
                all.add(scope);
            }
        }
        return new Scopes(all);
    }

    /** These and newer ones. */
    Scopes and(Scopes newer) {
        if (scopes.isEmpty()) {
            return newer;
        }
        Scopes all = this;
        for (int i = newer.scopes.size() - 1; i >= 0; i--) {
            all = all.and(newer.scopes.get(i));
        }
        return all;
    }

    Optional<Scope> of(String resource) {
        for (Scope scope : scopes) {
            if (scope.resource().equals(resource)) {
                return Optional.of(scope);
            }
        }
        return Optional.empty();
    }

    /** Whether a token for these is one for the others as well. */
    boolean cover(Scopes others) {
        return others.scopes.stream()
                .allMatch(other ->
                        of(other.resource()).filter(own -> own.covers(other)).isPresent());
    }

    boolean hasAction(String action) {
        return scopes.stream().anyMatch(scope -> scope.actions().contains(action));
    }

    /** Without an action, and without the scopes that only that made. */
    Scopes without(String action) {
        return new Scopes(scopes.stream()
                .map(scope -> scope.actions().contains(action) ? scope.without(action) : scope)
                .filter(scope -> scope.actions().size() > 0
                        || of(scope.resource()).filter(scope::equals).isPresent())
                .collect(Collectors.toList()));
    }

    boolean isEmpty() {
        return scopes.isEmpty();
    }

    List<Scope> list() {
        return scopes;
    }

    /** Equal if they hold the same scopes, in whatever order. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Scopes
                && ((Scopes) other).hash == hash
                && ((Scopes) other).scopes.size() == scopes.size()
                && ((Scopes) other).scopes.containsAll(scopes);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** As POST has them: with spaces between. */
    @Override
    public String toString() {
        return scopes.stream().map(Scope::toString).collect(Collectors.joining(" "));
    }
}
