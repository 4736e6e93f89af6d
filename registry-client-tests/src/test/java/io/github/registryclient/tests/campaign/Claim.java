package io.github.registryclient.tests.campaign;

import java.util.function.BooleanSupplier;

/** What the client said, and whether that was right; excused where an answer at its path was a lie that could not be seen. */
final class Claim {
    private final String path;
    private final String text;
    private final BooleanSupplier right;

    Claim(String path, String text, BooleanSupplier right) {
        this.path = path;
        this.text = text;
        this.right = right;
    }

    String path() {
        return path;
    }

    void judge(Findings findings) {
        findings.check(right.getAsBoolean(), text);
    }
}
