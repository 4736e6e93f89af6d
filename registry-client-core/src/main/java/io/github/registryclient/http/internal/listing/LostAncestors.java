package io.github.registryclient.http.internal.listing;

import io.github.registryclient.name.RepositoryName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds repositories that a catalog of several pages loses: distribution 2.8 leaves out {@code p088} where it stands beside
 * its child {@code p088/1} at a page boundary. Ancestors of the names at a boundary that were not listed are looked up.
 */
public final class LostAncestors implements Iterator<List<RepositoryName>> {
    private final Iterator<List<RepositoryName>> pages;
    private final Predicate<RepositoryName> exists;
    private final Deque<String> listed = new ArrayDeque<>();
    private final Set<RepositoryName> lookedUp = new HashSet<>();
    private boolean severalPages;

    /**
     * Around one iteration.
     *
     * @param pages the catalog's pages
     * @param exists looks a repository up
     */
    public LostAncestors(Iterator<List<RepositoryName>> pages, Predicate<RepositoryName> exists) {
        this.pages = pages;
        this.exists = exists;
    }

    @Override
    public boolean hasNext() {
        return pages.hasNext();
    }

    @Override
    public List<RepositoryName> next() {
        List<RepositoryName> page = pages.next();
        List<RepositoryName> lost = new ArrayList<>();
        if (severalPages) {
            lost.addAll(lostAt(page.get(0)));
        }
        page.forEach(name -> pass(name.toString()));
        if (pages.hasNext()) {
            severalPages = true;
            lost.addAll(lostAt(page.get(page.size() - 1)));
        }
        if (lost.isEmpty()) {
            return page;
        }
        lost.addAll(0, page);
        return Collections.unmodifiableList(lost);
    }

    private List<RepositoryName> lostAt(RepositoryName boundary) {
        List<RepositoryName> lost = new ArrayList<>();
        String name = boundary.toString();
        for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
            RepositoryName ancestor = RepositoryName.asServed(name.substring(0, slash));
            if (!listed.contains(ancestor.toString()) && lookedUp.add(ancestor) && exists.test(ancestor)) {
                lost.add(ancestor);
            }
        }
        return lost;
    }

    /** Keeps those of the listed names that names to come may begin with: in a sorted listing all listed ancestors. */
    private void pass(String name) {
        while (!listed.isEmpty() && !name.startsWith(listed.getLast())) {
            listed.removeLast();
        }
        listed.addLast(name);
    }
}
