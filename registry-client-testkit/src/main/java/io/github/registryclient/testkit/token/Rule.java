package io.github.registryclient.testkit.token;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is allowed on all things whose names match: a scope with stars in its name. */
final class Rule {
    private static final Pattern PART = Pattern.compile("\\*\\*|\\*|[^*]+");
    private static final String ALL_ACTIONS = "*";

    private final Scope allowed;
    private final Pattern name;

    private Rule(Scope allowed, Pattern name) {
        this.allowed = allowed;
        this.name = name;
    }

    /** Reads {@code repository:team/*:pull,push}: one star stands for anything within a segment, two for any segments. */
    static Rule parse(String text) {
        Scope scope = Scope.parse(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "not a rule: " + text + "; one looks like repository:team/*:pull,delete"));
        StringBuilder regex = new StringBuilder();
        Matcher part = PART.matcher(scope.name());
        while (part.find()) {
            regex.append(regex(part.group()));
        }
        return new Rule(scope, Pattern.compile(regex.toString()));
    }

    private static String regex(String part) {
        if (part.equals("**")) {
            return ".*";
        }
        return part.equals("*") ? "[^/]*" : Pattern.quote(part);
    }

    /** Whether it allows this action there; an allowed star allows every action. */
    boolean allows(Scope asked, String action) {
        return allowed.type().equals(asked.type())
                && name.matcher(asked.name()).matches()
                && (allowed.actions().contains(action) || allowed.actions().contains(ALL_ACTIONS));
    }
}
