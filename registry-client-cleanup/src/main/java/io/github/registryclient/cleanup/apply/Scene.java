package io.github.registryclient.cleanup.apply;

import io.github.registryclient.cleanup.judge.Verdicts;

/** A look, and what the plan says of what it shows. Immutable. */
final class Scene {
    private final Look look;
    private final Redrawn redrawn;
    private final Verdicts verdicts;

    Scene(Look look, Redrawn redrawn) {
        this.look = look;
        this.redrawn = redrawn;
        this.verdicts = redrawn.verdicts();
    }

    Look look() {
        return look;
    }

    Redrawn redrawn() {
        return redrawn;
    }

    Verdicts verdicts() {
        return verdicts;
    }
}
