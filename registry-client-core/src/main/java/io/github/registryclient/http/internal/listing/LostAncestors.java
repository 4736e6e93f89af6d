package io.github.registryclient.http.internal.listing;

import io.github.registryclient.name.RepositoryName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds repositories that a catalog of several pages loses: distribution 2.8 lists {@code p088} behind its child
 * {@code p088/1}, and leaves it out where a page ends between them. Ancestors of the names at a boundary that were not
 * listed are looked up, once the page behind the boundary is there, be it empty.
 */
public final class LostAncestors implements Iterator<List<RepositoryName>> {
    private static final int MAX_DEPTH = 16; // no person nests deeper, and each level is a request

    private final Iterator<List<RepositoryName>> pages;
    private final Predicate<RepositoryName> exists;
    private final Deque<String> listed = new ArrayDeque<>();
    private final Map<RepositoryName, Boolean> lookedUp = new HashMap<>();
    private final Set<RepositoryName> added = new HashSet<>();
    private @Nullable List<RepositoryName> current;
    private @Nullable RepositoryName boundary;

    /**
     * Around one iteration.
     *
     * @param pages the catalog's pages, empty ones included
     * @param exists looks a repository up
     */
    public LostAncestors(Iterator<List<RepositoryName>> pages, Predicate<RepositoryName> exists) {
        this.pages = pages;
        this.exists = exists;
    }

    @Override
    public boolean hasNext() {
        return current != null || pages.hasNext();
    }

    @Override
    public List<RepositoryName> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        List<RepositoryName> page = current == null ? pages.next() : current;
        current = page; // kept until all its lookups went well: a page whose lookup failed must not be skipped
        List<RepositoryName> found = new ArrayList<>();
        if (boundary != null) {
            look(boundary, page, found);
            if (!page.isEmpty()) {
                look(page.get(0), page, found);
            }
        }
        added.addAll(found);
        page.forEach(name -> pass(name.toString()));
        boundary = page.isEmpty() ? boundary : page.get(page.size() - 1);
        current = null;
        if (found.isEmpty()) {
            return page;
        }
        found.addAll(page);
        return Collections.unmodifiableList(found);
    }

    private void look(RepositoryName atBoundary, List<RepositoryName> page, List<RepositoryName> found) {
        String name = atBoundary.toString();
        int depth = 0;
        for (int slash = name.indexOf('/'); slash >= 0 && depth < MAX_DEPTH; slash = name.indexOf('/', slash + 1)) {
            depth++;
            RepositoryName ancestor = RepositoryName.asServed(name.substring(0, slash));
            boolean known = listed.contains(ancestor.toString())
                    || added.contains(ancestor)
                    || found.contains(ancestor)
                    || page.contains(ancestor);
            if (!known && lookedUp.computeIfAbsent(ancestor, exists::test)) {
                found.add(ancestor);
            }
        }
    }

    /** Keeps those of the listed names that names to come may begin with: in a sorted listing all listed ancestors. */
    private void pass(String name) {
        while (!listed.isEmpty() && !name.startsWith(listed.getLast())) {
            listed.removeLast();
        }
        listed.addLast(name);
    }
}
