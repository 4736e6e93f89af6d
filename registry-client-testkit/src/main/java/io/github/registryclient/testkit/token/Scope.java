package io.github.registryclient.testkit.token;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What may be done with something: {@code repository:team/app:pull,push}. Immutable. */
public final class Scope {
    /** Names may have colons, of ports; classes are deprecated and ignored; actions have underscores at ACR. */
    private static final Pattern FORM =
            Pattern.compile("([a-z0-9]+)(?:\\([a-z0-9]+\\))?:(\\S+):([a-z_*]+(?:,[a-z_*]+)*)");

    private static final String EVERYTHING = "*";

    private final String type;
    private final String name;
    private final Set<String> actions;

    private Scope(String type, String name, Collection<String> actions) {
        this.type = type;
        this.name = name;
        this.actions = Collections.unmodifiableSet(new LinkedHashSet<>(actions));
    }

    /** A scope of a repository. */
    public static Scope repository(String name, String... actions) {
        return of("repository", name, List.of(actions));
    }

    /** What listing repositories needs. */
    public static Scope catalog() {
        return of("registry", "catalog", List.of(EVERYTHING));
    }

    /** A scope of its parts. */
    public static Scope of(String type, String name, Collection<String> actions) {
        return new Scope(type, name, actions);
    }

    /** One scope from its text form; empty if it is none. */
    public static Optional<Scope> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(of(
                        matcher.group(1),
                        matcher.group(2),
                        Arrays.asList(matcher.group(3).split(",", -1))))
                : Optional.empty();
    }

    /** What kind of thing it is. */
    public String type() {
        return type;
    }

    /** Which one. */
    public String name() {
        return name;
    }

    /** What may be done, in the order of the text. */
    public Set<String> actions() {
        return actions;
    }

    /** Only these actions of it. */
    public Scope retaining(Collection<String> allowed) {
        return of(type, name, actions.stream().filter(allowed::contains).collect(Collectors.toList()));
    }

    /**
     * Whether it is about the same thing and has these actions, as distribution compares them: a granted star stands for
     * all.
     */
    public boolean covers(String otherType, String otherName, String action) {
        return type.equals(otherType)
                && name.equals(otherName)
                && (actions.contains(action) || actions.contains(EVERYTHING));
    }

    /** The text form. */
    @Override
    public String toString() {
        return type + ":" + name + ":" + String.join(",", actions);
    }
}
