package io.github.registryclient.http.internal.auth;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a token is for: {@code repository:team/app:pull,delete}. A text of another form is kept as it is. Immutable.
 *
 * <p>Source: distribution, "Docker Registry v2 authentication: token scope".
 */
final class Scope {
    private static final List<String> FIRST = List.of("pull", "push", "delete");
    private static final String ALL = "*";

    private final String resource;
    private final Set<String> actions;

    private Scope(String resource, Set<String> actions) {
        this.resource = resource;
        this.actions = Collections.unmodifiableSet(actions);
    }

    private static int inUsualOrder(String one, String other) {
        int place = Integer.compare(place(one), place(other));
        return place == 0 ? one.compareTo(other) : place;
    }

    private static int place(String action) {
        int place = FIRST.indexOf(action);
        return place < 0 ? FIRST.size() : place;
    }

    /** The resource is type and name, such as {@code repository:team/app}. */
    static Scope of(String resource, Collection<String> actions) {
        Set<String> sorted = new TreeSet<>(Scope::inUsualOrder);
        sorted.addAll(actions);
        return new Scope(resource, sorted);
    }

    static Scope of(String resource, String... actions) {
        return of(resource, List.of(actions));
    }

    /** The name may hold a host with port: type and actions end and begin at the first and the last colon. */
    static Scope parse(String text) {
        int last = text.lastIndexOf(':');
        if (text.indexOf(':') == last) {
            return of(text);
        }
        Set<String> actions = new TreeSet<>(Scope::inUsualOrder);
        for (String action : text.substring(last + 1).split(",", -1)) {
            if (!action.isEmpty()) {
                actions.add(action);
            }
        }
        return new Scope(text.substring(0, last), actions);
    }

    String resource() {
        return resource;
    }

    /** Such as {@code repository}, without the class that may follow it in parentheses. */
    String type() {
        int colon = resource.indexOf(':');
        String type = colon < 0 ? resource : resource.substring(0, colon);
        int parenthesis = type.indexOf('(');
        return parenthesis < 0 ? type : type.substring(0, parenthesis);
    }

    String name() {
        return resource.substring(resource.indexOf(':') + 1);
    }

    Set<String> actions() {
        return actions;
    }

    /** Whether a token for this one is one for the other as well. */
    boolean covers(Scope other) {
        return resource.equals(other.resource) && (actions.contains(ALL) || actions.containsAll(other.actions));
    }

    /** Both actions on one resource. */
    Scope and(Scope other) {
        if (actions.containsAll(other.actions)) {
            return this;
        }
        Set<String> both = new TreeSet<>(Scope::inUsualOrder);
        both.addAll(actions);
        both.addAll(other.actions);
        return new Scope(resource, both);
    }

    Scope without(String action) {
        Set<String> fewer = new TreeSet<>(Scope::inUsualOrder);
        fewer.addAll(actions);
        fewer.remove(action);
        return new Scope(resource, fewer);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Scope
                && ((Scope) other).resource.equals(resource)
                && ((Scope) other).actions.equals(actions);
    }

    @Override
    public int hashCode() {
        return resource.hashCode() * 31 + actions.hashCode();
    }

    @Override
    public String toString() {
        return actions.isEmpty() ? resource : resource + ":" + String.join(",", actions);
    }
}
