package io.github.registryclient.examples;

import io.github.registryclient.cleanup.plan.Explanation;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.policy.ImageReference;
import io.github.registryclient.error.InvalidInputException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains a verdict of a plan that was kept. */
@Command(
        name = "explain",
        sortOptions = false,
        description = "Says why a tag or a manifest stays or goes by a plan that \"run plan --out\" has kept.")
final class ExplainCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "The plan.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Parameters(index = "1", paramLabel = "REPOSITORY:TAG", description = "Or REPOSITORY@sha256:...")
    @SuppressWarnings("NullAway.Init")
    private String reference;

    @SuppressWarnings("unused") // picocli reads it
    @Option(names = "--help", usageHelp = true, description = "Show this and do nothing.")
    private boolean help;

    @Override
    public Integer call() {
        Plan plan = Plan.read(file);
        spec.commandLine().getOut().println(explain(plan, ImageReference.parse(reference)));
        spec.commandLine().getOut().flush();
        return ExitCode.OK;
    }

    private static Explanation explain(Plan plan, ImageReference wanted) {
        if (wanted.digest().isPresent()) {
            return plan.explain(wanted.repository(), wanted.digest().get());
        }
        return plan.explain(
                wanted.repository(),
                wanted.tag()
                        .orElseThrow(() -> InvalidInputException.of(
                                "reference", wanted.toString(), "expected REPOSITORY:TAG or REPOSITORY@DIGEST")));
    }
}
