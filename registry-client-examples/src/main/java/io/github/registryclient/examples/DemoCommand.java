package io.github.registryclient.examples;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.examples.demo.BuildsPolicy;
import io.github.registryclient.examples.demo.LocalDemo;
import io.github.registryclient.examples.demo.RegistryChoice;
import io.github.registryclient.examples.demo.RemoteDemo;
import io.github.registryclient.examples.demo.Report;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.HttpRegistryClientBuilder;
import io.github.registryclient.name.RepositoryName;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The demo's options. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = false,
        sortOptions = false,
        description = {
            "Walks through the whole job: repositories, tags, digests, a plan, deletion, a change of mind,",
            "deletion again, garbage collection, space back.",
            "Without --registry on a registry that is started for it and thrown away afterwards: a real one if",
            "docker-registry or registry is on the PATH, else an embedded one, which needs nothing but Java."
        },
        footer = {
            "",
            "The policy of the demo keeps \"latest\", releases (1.2.3), the newest builds (1.2.3-201806041925053)",
            "and every tag that looks otherwise. A digest goes only if all of its tags go.",
            "",
            "Passwords come from the variable REGISTRY_PASSWORD, or are asked for.",
            "",
            "Exit codes: 0 done, 1 a fault in this program, 2 wrong usage, 4 the registry refused, failed or",
            "changed meanwhile, also if only for one repository."
        })
final class DemoCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--embedded", description = "The embedded registry, even if a real one is on the PATH.")
    private boolean embedded;

    @Option(names = "--registry", paramLabel = "URL", description = "Your registry. Only read, unless --delete.")
    private @Nullable String url;

    @Option(names = "--repository", paramLabel = "NAME", description = "Only this one; may be repeated.")
    private List<String> repositories = List.of();

    @Option(names = "--user", paramLabel = "NAME", description = "The account to use.")
    private @Nullable String user;

    @Option(
            names = "--allow-plain-http-credentials",
            description = "Send the password over http, where everybody on the way can read it.")
    private boolean plainHttpCredentials;

    @Option(names = "--keep", paramLabel = "N", description = "Newest builds kept in each repository, 1 or more.")
    private int keep = 2;

    @Option(names = "--delete", description = "Delete what the policy names, after asking on a terminal.")
    private boolean delete;

    @Option(names = "--yes", description = "Do not ask; without a terminal --delete needs it.")
    private boolean yes;

    @SuppressWarnings("unused") // picocli reads it
    @Option(names = "--help", usageHelp = true, description = "Show this and do nothing.")
    private boolean help;

    @Override
    public Integer call() {
        if (keep < 1) {
            throw new ParameterException(spec.commandLine(), "--keep " + keep + ": at least one build is kept");
        }
        BuildsPolicy policy = new BuildsPolicy(keep);
        Report report = new Report(spec.commandLine().getOut());
        if (url == null) {
            if (user != null || delete || yes || plainHttpCredentials || !repositories.isEmpty()) {
                throw new ParameterException(spec.commandLine(), "these options are for your registry: add --registry");
            }
            return local(policy, report) ? ExitCode.OK : ExitCode.REGISTRY;
        }
        if (embedded) {
            throw new ParameterException(
                    spec.commandLine(), "--embedded is a registry of the demo's, --registry is yours");
        }
        if (delete && !yes && Terminal.find().isEmpty()) {
            throw new InvalidInputException("--delete asks before it deletes, and there is no terminal to ask on: "
                    + "to delete without being asked add --yes. Nothing was deleted");
        }
        return remote(url, policy, report) ? ExitCode.OK : ExitCode.REGISTRY;
    }

    private boolean local(BuildsPolicy policy, Report report) {
        RegistryChoice choice = embedded ? RegistryChoice.embedded() : RegistryChoice.realIfFound();
        return new LocalDemo(report, policy, choice).run();
    }

    private boolean remote(String url, BuildsPolicy policy, Report report) {
        List<RepositoryName> only =
                repositories.stream().map(RepositoryName::of).collect(Collectors.toUnmodifiableList());
        try (HttpRegistryClient registry = client(url).build()) {
            RemoteDemo demo = new RemoteDemo(report, policy, registry, only);
            return delete ? demo.readAndDelete(this::isConfirmed) : demo.read();
        }
    }

    private HttpRegistryClientBuilder client(String url) {
        HttpRegistryClientBuilder client = HttpRegistryClient.builder(url);
        if (plainHttpCredentials) {
            client.allowPlainHttpCredentials();
        }
        if (user != null) {
            String password = Password.find(user, url)
                    .orElseThrow(() -> new InvalidInputException("no password for " + user + ": set "
                            + Password.VARIABLE + ", or run on a terminal to be asked"));
            client.credentials(user, password);
        }
        return client;
    }

    private boolean isConfirmed(String question) {
        return yes
                || Terminal.find().map(terminal -> terminal.confirm(question)).orElse(false);
    }
}
