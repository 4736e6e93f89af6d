package io.github.registryclient.http.internal.auth;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Chooses what a token is asked for, and remembers what this registry wants of an account and refuses it. One token for each
 * repository, which grows with what is done there; an account's first one there is for deleting too, unless it was to be minimal or
 * the token server refuses that. Thread-safe. The reasons are in docs/decisions/0012-one-token-for-listing-and-deleting.md.
 */
final class ScopePolicy {
    private static final int MOST_REPOSITORIES = 10_000;
    private static final int MOST_ACTIONS = 8;
    private static final int MOST_CHARACTERS = 1000;
    private static final Pattern ACTION = Pattern.compile("[a-z_]{1,32}|\\*");
    private static final String PULL = "pull";
    private static final String DELETE = "delete";
    /** What is asked for a deletion that the challenge's own scope does not let through: GitLab and IBM, then old GitLab. */
    private static final List<List<String>> WIDER = List.of(List.of(PULL, "push", DELETE), List.of("*"));

    private final boolean minimal;
    private final HostFacts facts;
    private final Map<Use, Set<String>> learned = new EnumMap<>(Use.class);
    private final Map<String, Scopes> repositories = bounded();
    private final Map<String, Boolean> hopeless = bounded();
    private boolean deleteRefused;
    private boolean catalogRefused;

    ScopePolicy(boolean minimal, HostFacts facts) {
        this.minimal = minimal;
        this.facts = facts;
    }

    private static <V> Map<String, V> bounded() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > MOST_REPOSITORIES;
            }
        };
    }

    /** Before the registry has said anything about this request. */
    synchronized Scopes planned(Access access, boolean anonymous) {
        if (!access.isInRepository()) {
            boolean refused = catalogRefused || facts.isCatalogUnknown();
            return access.use() == Use.CATALOG && !refused ? Scopes.of(Access.CATALOG) : Scopes.NONE;
        }
        Scopes known = repositories.getOrDefault(access.resource(), Scopes.NONE);
        Scope wanted = Scope.of(access.resource(), actions(access.use(), anonymous));
        Scopes planned = known.cover(Scopes.of(wanted)) ? known : known.and(wanted);
        remember(access, planned);
        return access.more().isEmpty() ? planned : planned.and(access.more());
    }

    private Set<String> actions(Use use, boolean anonymous) {
        Set<String> actions = new TreeSet<>(learned.getOrDefault(use, Set.of()));
        if (actions.isEmpty() || !minimal) {
            actions.add(PULL); // the one action that every registry has
        }
        if (!minimal) {
            if (use == Use.WRITE) {
                actions.add("push");
            }
            boolean refused = deleteRefused || facts.isDeleteUnknown();
            if (!refused && (use == Use.DELETE || !anonymous)) {
                actions.add(DELETE);
            }
        }
        return actions;
    }

    /** After the registry has said what it wants: that first, and what the session needs in the repository besides. */
    synchronized Scopes demanded(Access access, Scopes challenge, boolean anonymous) {
        Optional<Scope> own = challenge.of(access.resource());
        if (access.isInRepository() && own.isPresent()) {
            learn(access.use(), own.get().actions());
            remember(
                    access,
                    repositories.getOrDefault(access.resource(), Scopes.NONE).and(own.get()));
        }
        Scopes demanded = planned(access, anonymous).and(challenge);
        return facts.isDeleteUnknown() && access.isInRepository() ? demanded.without(DELETE) : demanded;
    }

    /** Within limits: a registry can name other actions in every challenge. What is too much is asked for once. */
    private void remember(Access access, Scopes scopes) {
        if (scopes.toString().length() <= MOST_CHARACTERS) {
            repositories.put(access.resource(), scopes);
        }
    }

    private void learn(Use use, Collection<String> actions) {
        Set<String> known = learned.computeIfAbsent(use, first -> new TreeSet<>());
        actions.stream()
                .filter(action -> ACTION.matcher(action).matches())
                .limit(MOST_ACTIONS - Math.min(MOST_ACTIONS, known.size()))
                .forEach(known::add);
    }

    /** After the token server refused the scopes: less, if some of it was not the registry's own wish. */
    synchronized Optional<Scopes> narrower(Access access, Scopes refused, Scopes challenge) {
        Scopes less;
        if (!access.isInRepository()) {
            less = Scopes.NONE;
        } else if (challenge.isEmpty()) {
            Set<String> usual = access.use() == Use.WRITE ? Set.of(PULL, "push") : Set.of(PULL);
            less = Scopes.of(Scope.of(access.resource(), learned.getOrDefault(access.use(), usual)));
        } else {
            less = challenge;
        }
        Scopes next = less.cover(refused) ? less.without(DELETE) : less;
        if (next.isEmpty() && access.isInRepository()) {
            next = Scopes.of(Scope.of(access.resource(), PULL));
        }
        return next.equals(refused) || less.isEmpty() && refused.isEmpty() ? Optional.empty() : Optional.of(next);
    }

    /**
     * The narrower scopes were let through: from now on nothing more is asked for here. Where the token server called the
     * others malformed it does not know them, whatever the registry demands, and for no account.
     */
    synchronized void accepted(Access access, Scopes refused, Scopes narrower, boolean malformed) {
        if (access.use() == Use.CATALOG) {
            catalogRefused = true;
            if (malformed) {
                facts.catalogIsUnknown();
            }
        }
        if (access.isInRepository()) {
            boolean withoutDelete = refused.hasAction(DELETE) && !narrower.hasAction(DELETE);
            deleteRefused |= withoutDelete;
            if (withoutDelete && malformed) {
                facts.deleteIsUnknown();
            }
            remember(access, narrower);
        }
    }

    /** After the registry refused a deletion for its scope although the token was asked for with it. */
    synchronized Optional<Scopes> wider(Access access, Scopes asked) {
        if (minimal || access.use() != Use.DELETE || hopeless.containsKey(access.resource())) {
            return Optional.empty();
        }
        for (List<String> actions : WIDER) {
            Scope wider = Scope.of(access.resource(), actions);
            boolean refused = facts.isDeleteUnknown() && actions.contains(DELETE);
            if (!refused && !asked.cover(Scopes.of(wider))) {
                return Optional.of(asked.with(wider));
            }
        }
        hopeless.put(access.resource(), true);
        return Optional.empty();
    }

    /** A deletion was let through with these. */
    synchronized void sufficed(Access access, Scopes asked) {
        asked.of(access.resource()).ifPresent(scope -> {
            learn(access.use(), scope.actions());
            remember(access, asked);
        });
    }
}
