package io.github.registryclient.testkit.process;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Distribution 2.8 and 3, which differ in nothing that matters here. */
final class DistributionFlavor implements Flavor {
    static final String MARK_HEADER = "X-Testkit-Instance";

    private final String name;
    private final List<String> fileNames;
    private final Pattern version;

    DistributionFlavor(String name, List<String> fileNames, Pattern version) {
        this.name = name;
        this.fileNames = fileNames;
        this.version = version;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> fileNames() {
        return fileNames;
    }

    @Override
    public Optional<String> version(Function<List<String>, String> run) {
        Matcher matcher = version.matcher(run.apply(List.of("--version")));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    @Override
    public void configure(Instance instance) throws IOException {
        Files.writeString(instance.file("config.yml"), DistributionConfig.of(instance));
    }

    @Override
    public List<String> serve(Instance instance) {
        return List.of("serve", instance.file("config.yml").toString());
    }

    @Override
    public boolean isOurs(Instance instance, Answer answer, String output) {
        return answer.hasMark(instance.mark());
    }

    @Override
    public boolean hasGarbageCollector() {
        return true;
    }

    @Override
    public List<String> collectGarbage(Instance instance, boolean dryRun, boolean deleteUntagged) {
        List<String> arguments = new ArrayList<>(List.of("garbage-collect"));
        if (dryRun) {
            arguments.add("--dry-run");
        }
        if (deleteUntagged) {
            arguments.add("--delete-untagged");
        }
        arguments.add(instance.file("config.yml").toString());
        return arguments;
    }
}
