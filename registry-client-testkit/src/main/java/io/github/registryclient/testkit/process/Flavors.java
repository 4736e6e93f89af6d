package io.github.registryclient.testkit.process;

import java.util.List;
import java.util.regex.Pattern;

/** The programs that are known. */
final class Flavors {
    private static final String DISTRIBUTION = "github\\.com/(?:docker|distribution)/distribution(?:/v\\d+)? ";

    private Flavors() {}

    static List<Flavor> all() {
        // Upstream calls both generations 'registry', Debian calls its 2.8 'docker-registry': the version tells.
        return List.of(
                new DistributionFlavor(
                        RegistryProgram.DISTRIBUTION_2,
                        List.of("docker-registry", "registry"),
                        Pattern.compile(DISTRIBUTION + "(v?2\\.\\S+)")),
                new DistributionFlavor(
                        RegistryProgram.DISTRIBUTION_3,
                        List.of("registry", "docker-registry"),
                        Pattern.compile(DISTRIBUTION + "(v?3\\.\\S+)")),
                new CraneFlavor(),
                new ZotFlavor());
    }

    static Flavor named(String name) {
        return all().stream()
                .filter(flavor -> flavor.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no registry program is known as \"" + name + "\", only " + RegistryProgram.names()));
    }
}
