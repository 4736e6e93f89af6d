package io.github.registryclient.testkit.token;

import io.github.registryclient.testkit.text.Glob;

/** What is allowed on all things whose names match: a scope with stars in its name. */
final class Rule {
    private static final String ALL_ACTIONS = "*";

    private final Scope allowed;
    private final Glob name;

    private Rule(Scope allowed, Glob name) {
        this.allowed = allowed;
        this.name = name;
    }

    /** Reads {@code repository:team/*:pull,push}: one star stands for anything within a segment, two for any segments. */
    static Rule parse(String text) {
        Scope scope = Scope.parse(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "not a rule: " + text + "; one looks like repository:team/*:pull,delete"));
        return new Rule(scope, Glob.ofPath(scope.name()));
    }

    /** Whether it allows this action there; an allowed star allows every action. */
    boolean allows(Scope asked, String action) {
        return allowed.type().equals(asked.type())
                && name.matches(asked.name())
                && (allowed.actions().contains(action) || allowed.actions().contains(ALL_ACTIONS));
    }
}
