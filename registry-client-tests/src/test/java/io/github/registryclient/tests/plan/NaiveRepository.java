package io.github.registryclient.tests.plan;

import io.github.registryclient.name.Digest;
import io.github.registryclient.testkit.ManifestSnapshot;
import io.github.registryclient.testkit.RepositorySnapshot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a client can see of a repository, and how it hangs together. */
final class NaiveRepository {
    private static final String SUBJECT_TAG = "sha256-[0-9a-f]{64}(\\.sig|\\.att|\\.sbom)?";
    private static final int FALLBACK_LENGTH = 71;

    final String name;
    final Map<String, String> tags = new TreeMap<>();
    final Set<String> dangling = new TreeSet<>();
    final Map<String, Parsed> manifests = new TreeMap<>();
    final Set<String> blobs = new HashSet<>();
    /** All manifests that are there, also those that nothing leads to. */
    final Set<String> stored = new TreeSet<>();
    /** What hangs on what: a subject, and what follows it. */
    final List<String[]> follows = new ArrayList<>();

    NaiveRepository(
            String name,
            RepositorySnapshot now,
            Map<String, String> contents,
            boolean listsReferrers,
            Set<String> known) {
        this.name = name;
        now.blobs().keySet().forEach(digest -> blobs.add(digest.toString()));
        Map<String, String> here = new HashMap<>(contents);
        here.keySet().retainAll(blobs);
        Map<String, Parsed> all = new TreeMap<>();
        for (Map.Entry<Digest, ManifestSnapshot> one : now.manifests().entrySet()) {
            String digest = one.getKey().toString();
            all.put(digest, new Parsed(digest, new String(one.getValue().bytes(), StandardCharsets.UTF_8), here));
        }
        stored.addAll(all.keySet());
        now.tags().forEach((tag, digest) -> {
            if (all.containsKey(digest.toString())) {
                tags.put(tag.toString(), digest.toString());
            } else {
                dangling.add(tag.toString());
            }
        });
        Set<String> reached = new TreeSet<>(tags.values());
        reached.addAll(known);
        reached.retainAll(all.keySet());
        reach(all, reached, listsReferrers);
        follow();
    }

    /** Until nothing is added: children, and what has a subject that is seen, if the registry says so. */
    private void reach(Map<String, Parsed> all, Set<String> reached, boolean listsReferrers) {
        int before = -1;
        while (before < reached.size()) {
            before = reached.size();
            for (Parsed one : all.values()) {
                if (listsReferrers && reached.contains(one.subject())) {
                    reached.add(one.digest);
                }
                if (reached.contains(one.digest)) {
                    reached.addAll(one.children());
                    reached.retainAll(all.keySet());
                }
            }
        }
        reached.forEach(digest -> manifests.put(digest, all.get(digest)));
    }

    private void follow() {
        for (Parsed one : manifests.values()) {
            add(one.subject(), one.digest);
        }
        tags.forEach((tag, digest) -> {
            if (namesSubject(tag)) {
                add(subjectOf(tag), digest);
                if (tag.length() == FALLBACK_LENGTH) {
                    for (String child : manifests.get(digest).children()) {
                        Parsed read = manifests.get(child);
                        if (read != null && List.of("", subjectOf(tag)).contains(read.subject())) {
                            add(subjectOf(tag), child);
                        }
                    }
                }
            }
        });
    }

    private void add(String subject, String follower) {
        if (!subject.isEmpty() && !subject.equals(follower) && manifests.containsKey(follower)) {
            follows.add(new String[] {subject, follower});
        }
    }

    /** What is called like a fallback tag is one only on an index. */
    private boolean namesSubject(String tag) {
        boolean other =
                tag.length() == FALLBACK_LENGTH && tags.containsKey(tag) && isImage(manifests.get(tags.get(tag)));
        return tag.matches(SUBJECT_TAG) && !other;
    }

    /** An image, or an index of nothing but images that hang on nothing. */
    private boolean isImage(Parsed one) {
        boolean any = false;
        boolean all = true;
        for (String digest : one.children()) {
            Parsed child = manifests.get(digest);
            any |= child != null;
            all &= child == null
                    || child.kind().equals("IMAGE") && child.subject().isEmpty();
        }
        return one.kind().equals("IMAGE") || one.kind().equals("INDEX") && any && all;
    }

    private static String subjectOf(String tag) {
        return tag.substring(0, FALLBACK_LENGTH).replace('-', ':');
    }

    /** Whether a tag is none of its own: it goes and stays with a subject. */
    boolean isFollower(String tag) {
        return namesSubject(tag)
                || tags.containsKey(tag)
                        && !manifests.get(tags.get(tag)).subject().isEmpty();
    }

    Set<String> subjects(String digest) {
        Set<String> subjects = new TreeSet<>();
        for (String[] one : follows) {
            if (one[1].equals(digest)) {
                subjects.add(one[0]);
            }
        }
        return subjects;
    }

    Set<String> parents(String digest) {
        Set<String> parents = new TreeSet<>();
        for (Parsed one : manifests.values()) {
            if (one.children().contains(digest)) {
                parents.add(one.digest);
            }
        }
        return parents;
    }

    /** Whether an index or a subject is there that leads to it. */
    boolean hangsOnWhatIsThere(String digest) {
        Set<String> above = subjects(digest);
        above.addAll(parents(digest));
        above.retainAll(manifests.keySet());
        return !above.isEmpty();
    }

    Set<String> tagsOf(String digest) {
        Set<String> of = new TreeSet<>();
        tags.forEach((tag, pointed) -> {
            if (pointed.equals(digest)) {
                of.add(tag);
            }
        });
        return of;
    }

    /** With everything below: children, and what hangs on something. */
    Set<String> below(Set<String> from) {
        Set<String> all = new TreeSet<>(from);
        all.retainAll(manifests.keySet());
        int before = -1;
        while (before < all.size()) {
            before = all.size();
            for (String digest : List.copyOf(all)) {
                all.addAll(manifests.get(digest).children());
            }
            for (String[] one : follows) {
                if (all.contains(one[0])) {
                    all.add(one[1]);
                }
            }
            all.retainAll(manifests.keySet());
        }
        return all;
    }
}
