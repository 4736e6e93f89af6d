package io.github.registryclient.examples;

import io.github.registryclient.cleanup.PlanProgress;
import io.github.registryclient.name.RepositoryName;
import java.io.PrintWriter;

/** Says at once what somebody should know while a plan is made. */
final class WarnedPlan implements PlanProgress {
    private final PrintWriter to;

    WarnedPlan(PrintWriter to) {
        this.to = to;
    }

    @Override
    public void repositoryDone(RepositoryName repository, int done, int all) {}

    @Override
    public void warned(String text) {
        to.println("run: warning: " + text);
        to.flush();
    }
}
