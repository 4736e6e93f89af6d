package io.github.registryclient.testkit.token;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Users with their passwords, and who may do what. Immutable; each method that changes something makes a new one. */
public final class Accounts {
    private static final Accounts NONE = new Accounts(Map.of(), Map.of());

    /** Nobody's name, so that of those who have none. */
    private static final String ANONYMOUS = "";

    private final Map<String, String> passwords;
    private final Map<String, List<Rule>> rules;

    private Accounts(Map<String, String> passwords, Map<String, List<Rule>> rules) {
        this.passwords = Collections.unmodifiableMap(passwords);
        this.rules = Collections.unmodifiableMap(rules);
    }

    /** No users and no rules. */
    public static Accounts none() {
        return NONE;
    }

    /** Adds a user, or gives one another password. */
    public Accounts withUser(String user, String password) {
        if (user.isEmpty() || user.indexOf(':') >= 0) {
            throw new IllegalArgumentException("a user's name must not be empty and must not hold a colon (RFC 7617)");
        }
        Map<String, String> more = new HashMap<>(passwords);
        more.put(user, password);
        return new Accounts(more, rules);
    }

    /** Allows a user more. */
    public Accounts allowing(String user, String rule) {
        if (!passwords.containsKey(user)) {
            throw new IllegalArgumentException("there is no user " + user + " yet");
        }
        return withRule(user, rule);
    }

    /** Allows everybody more. */
    public Accounts allowingAll(String rule) {
        return withRule(ANONYMOUS, rule);
    }

    private Accounts withRule(String user, String text) {
        List<Rule> own = new ArrayList<>(rules.getOrDefault(user, List.of()));
        own.add(Rule.parse(text));
        Map<String, List<Rule>> more = new HashMap<>(rules);
        more.put(user, List.copyOf(own));
        return new Accounts(passwords, more);
    }

    /** Whether there is any user. */
    public boolean isAny() {
        return !passwords.isEmpty();
    }

    /** Whether it is the user's password. */
    public boolean accept(String user, String password) {
        return password.equals(passwords.get(user));
    }

    /** Whether there is such a user. */
    public boolean know(String user) {
        return passwords.containsKey(user);
    }

    /** What of a scope somebody may do, perhaps nothing; nobody in particular is empty. */
    public Scope granted(Optional<String> user, Scope asked) {
        List<Rule> applying = Stream.concat(
                        rules.getOrDefault(ANONYMOUS, List.of()).stream(),
                        user.map(name -> rules.getOrDefault(name, List.of())).orElse(List.of()).stream())
                .collect(Collectors.toList());
        return asked.retaining(asked.actions().stream()
                .filter(action -> applying.stream().anyMatch(rule -> rule.allows(asked, action)))
                .collect(Collectors.toSet()));
    }

    /** How many users there are; nothing else is told. */
    @Override
    public String toString() {
        return passwords.size() + " users";
    }
}
