package io.github.registryclient.testkit.contract;

import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What every client does on every registry, as JUnit Jupiter tests: extend it once for each pair of client and registry.
 *
 * <pre>{@code
 * class MyClientOnDistributionTest extends RegistryClientContract {
 *     private static RegistryProcess process;
 *     private static RegistryUnderTest registry;
 *
 *     @BeforeAll
 *     static void start() {
 *         process = RegistryProcess.start(RealRegistries.assumePresent(RegistryProgram.DISTRIBUTION_2));
 *         registry = RegistryUnderTest.of(
 *                 new MyClient(process.uri()), RegistryFiller.of(process.uri()), "contract", ServerTraits.distribution2());
 *     }
 *
 *     @AfterAll
 *     static void stop() {
 *         if (process != null) {
 *             process.close();
 *         }
 *     }
 *
 *     @Override
 *     public RegistryUnderTest registry() {
 *         return registry;
 *     }
 * }
 * }</pre>
 *
 * <p>Each test fills repositories of its own below the prefix, so the tests of a class may run side by side, and several
 * classes may share a registry under different prefixes.
 */
@Execution(ExecutionMode.CONCURRENT)
public abstract class RegistryClientContract
        implements CatalogContract,
                TagListingContract,
                DigestContract,
                ManifestContract,
                BlobContract,
                UploadContract,
                ManifestDeletionContract,
                TagDeletionContract,
                ReferrersContract,
                CapabilitiesContract {
    /** For subclasses. */
    protected RegistryClientContract() {}

    /**
     * What to test.
     *
     * @return the same for all tests of the class
     */
    @Override
    public abstract RegistryUnderTest registry();
}
