package io.github.registryclient.testkit.registry.manner;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The way of distribution through its folders, in which a repository is met at a folder of its own: {@code p/_manifests}. Children
 * whose first character is a digit come before it, all others behind it; {@code last} though is compared as if parents always
 * came first.
 *
 * <p>Distribution sees that a page is full only at the next folder that it enters. Behind a child that fills a page comes its
 * parent, without a folder being entered.
 */
final class DiskWalk {
    private final List<String> folders;
    private final Collection<String> listed;

    /**
     * A walk.
     *
     * @param folders all that have a folder
     * @param listed those of them that the walk is for
     */
    DiskWalk(Collection<String> folders, Collection<String> listed) {
        TreeSet<String> sorted = new TreeSet<>(met());
        sorted.addAll(folders);
        this.folders = List.copyOf(sorted);
        this.listed = listed;
    }

    /** Where the walk meets a repository. */
    private static String marker(String name) {
        return name + "/_";
    }

    /** How names are compared with {@code last}. */
    static Comparator<String> segments() {
        return Comparator.comparing(name -> name.replace('/', '\0'));
    }

    /** In which order they are met. */
    private static Comparator<String> met() {
        return Comparator.comparing(DiskWalk::marker, segments());
    }

    /** The walk's part behind a repository, which need not be there. */
    DiskWalk behind(String last) {
        List<String> rest = new ArrayList<>(folders);
        rest.removeIf(name -> met().compare(name, last) <= 0);
        return new DiskWalk(rest, listed);
    }

    /** Walks until a page is full of names that come after {@code last}, as all but 3.1.2 do. */
    Outcome pageAfter(String last, int size) {
        return page(name -> segments().compare(name, last) > 0, size);
    }

    /** Walks until a page is full of names that are not {@code last}, as 3.1.2 does behind it. */
    Outcome pageWithout(String last, int size) {
        Outcome outcome = page(name -> !name.equals(last), size);
        boolean beyond =
                outcome.end() == End.FULL && meetsParent(outcome.names().get(size - 1), last);
        return beyond ? new Outcome(outcome.names(), End.OVERFLOW) : outcome;
    }

    private Outcome page(Predicate<String> wanted, int size) {
        List<String> page = new ArrayList<>();
        for (String name : folders) {
            boolean counts = listed.contains(name) && wanted.test(name);
            if (page.size() < size) {
                if (counts) {
                    page.add(name);
                }
            } else if (!page.get(size - 1).startsWith(name + "/")) {
                return new Outcome(page, End.FULL);
            } else if (counts) {
                return new Outcome(page, End.OVERFLOW);
            }
        }
        return new Outcome(page, End.OF_ALL);
    }

    /**
     * Distribution 3 begins at the folder of {@code last} and goes on in each one above it, also when the page is full. There it
     * may meet a repository before it enters another folder.
     */
    private boolean meetsParent(String filledBy, String last) {
        String folder = last;
        while (folder.indexOf('/') > 0) {
            String parent = folder.substring(0, folder.lastIndexOf('/'));
            boolean pageWasFull = (filledBy + "/").startsWith(folder + "/");
            if (pageWasFull && meets(parent, folder)) {
                return true;
            }
            folder = parent;
        }
        return false;
    }

    /** Whether a repository is met in its folder, behind one of its children, before another child. */
    private boolean meets(String parent, String child) {
        for (String name : folders) {
            boolean own = name.equals(parent);
            boolean inside = name.startsWith(parent + "/") && !(name + "/").startsWith(child + "/");
            if (own && met().compare(name, child) > 0 && listed.contains(name)) {
                return true;
            }
            if (inside && met().compare(name, child) > 0) {
                return false;
            }
        }
        return false;
    }

    /** Why a walk ended. */
    enum End {
        /** There was nothing more. */
        OF_ALL,
        /** The page is full. */
        FULL,
        /** The page is full, and one more was met before that was seen. */
        OVERFLOW
    }

    /** What a walk met. */
    static final class Outcome {
        private final List<String> names;
        private final End end;

        Outcome(List<String> names, End end) {
            this.names = names;
            this.end = end;
        }

        List<String> names() {
            return names;
        }

        End end() {
            return end;
        }
    }
}
