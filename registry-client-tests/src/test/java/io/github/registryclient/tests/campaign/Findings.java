package io.github.registryclient.tests.campaign;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a run was found guilty of. Thread-safe. */
final class Findings {
    private final List<String> found = new CopyOnWriteArrayList<>();

    void add(String finding) {
        found.add(finding);
    }

    void check(boolean right, String otherwise) {
        if (!right) {
            add(otherwise);
        }
    }

    List<String> list() {
        return List.copyOf(found);
    }
}
