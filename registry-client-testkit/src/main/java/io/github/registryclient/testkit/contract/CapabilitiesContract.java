package io.github.registryclient.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.registryclient.Capabilities;
import io.github.registryclient.testkit.sample.SampleRepository;
import org.junit.jupiter.api.Test;

/** What a registry is found able to do, and that finding out does no harm. */
interface CapabilitiesContract extends ContractPart {
    @Test
    default void reading_tells_the_referrers_api_and_leaves_deletion_open() {
        SampleRepository repository = fill("capabilities-read");

        Capabilities found = client().capabilities(repository.name());

        assertEquals(referrersApi(), found.referrersApi());
        assertEquals(Capabilities.Deletion.UNKNOWN, found.deletion());
        assertEquals(Capabilities.Support.UNKNOWN, found.tagDeletion());
        assertTrue(found.apiVersion().stream().allMatch("registry/2.0"::equals), found.apiVersion()::toString);
    }

    @Test
    default void probing_tells_what_can_be_deleted_and_deletes_nothing() {
        SampleRepository repository = fill("capabilities-probed");

        Capabilities found = client().probeCapabilities(repository.name());

        assertEquals(Capabilities.Deletion.ENABLED, found.deletion());
        assertEquals(
                registry().has(Departure.NO_TAG_DELETION) ? Capabilities.Support.NO : Capabilities.Support.YES,
                found.tagDeletion());
        assertEquals(referrersApi(), found.referrersApi());
        assertEquals(repository.tags().keySet(), listedTags(repository.name()));
        assertTrue(registry().filler().pulls(repository.name(), repository.manifest("1")));
    }

    private Capabilities.Support referrersApi() {
        return registry().has(Departure.NO_REFERRERS_API) ? Capabilities.Support.NO : Capabilities.Support.YES;
    }

    private SampleRepository fill(String suffix) {
        return registry()
                .fill(
                        suffix,
                        content -> content.tag("1", registry().images(suffix).image()));
    }
}
