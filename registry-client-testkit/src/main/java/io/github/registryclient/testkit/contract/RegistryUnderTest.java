package io.github.registryclient.testkit.contract;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.util.function.UnaryOperator;

/** A client, the registry that it is connected to, and where in it the contract may write. Immutable and thread-safe. */
public final class RegistryUnderTest {
    private final RegistryClient client;
    private final RegistryFiller filler;
    private final String prefix;
    private final ServerTraits traits;

    private RegistryUnderTest(RegistryClient client, RegistryFiller filler, String prefix, ServerTraits traits) {
        this.client = client;
        this.filler = filler;
        this.prefix = prefix;
        this.traits = traits;
    }

    /**
     * What the contract runs on.
     *
     * @param client the client under test, connected to the registry
     * @param filler fills the same registry without that client
     * @param prefix where the contract makes its repositories, such as {@code contract-1}; nothing may be below it yet
     * @param traits in what the registry departs from the contract
     * @return the subject
     */
    public static RegistryUnderTest of(
            RegistryClient client, RegistryFiller filler, String prefix, ServerTraits traits) {
        return new RegistryUnderTest(client, filler, prefix, traits);
    }

    RegistryClient client() {
        return client;
    }

    RegistryFiller filler() {
        return filler;
    }

    boolean has(Departure departure) {
        return traits.has(departure);
    }

    String name(String suffix) {
        return prefix + "/" + suffix;
    }

    RepositoryName repository(String suffix) {
        return RepositoryName.of(name(suffix));
    }

    /** Images that no other test of the contract makes, the same at each run. */
    SampleImages images(String suffix) {
        return SampleImages.seeded(name(suffix).hashCode());
    }

    SampleRepository fill(String suffix, UnaryOperator<SampleRepository.Builder> content) {
        return filler.push(content.apply(SampleRepository.named(name(suffix))).build());
    }
}
