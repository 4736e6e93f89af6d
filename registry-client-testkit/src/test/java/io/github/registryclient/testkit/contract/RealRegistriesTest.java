package io.github.registryclient.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class RealRegistriesTest {
    @Test
    void a_missing_registry_skips_the_test_with_a_line_that_names_it() {
        assertThatThrownBy(() -> RealRegistries.orEndTest("zot", Optional.empty(), "docker-registry, crane"))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("skipped: zot is not on the PATH");
    }

    @Test
    void a_missing_registry_that_is_required_fails_the_test() {
        assertThatThrownBy(() -> RealRegistries.orEndTest("zot", Optional.empty(), " docker-registry,zot "))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("zot is not on the PATH")
                .hasMessageContaining("registries.required");
    }

    @Test
    void a_required_name_that_nobody_knows_fails_the_test() {
        assertThatThrownBy(() -> RealRegistries.orEndTest("zot", Optional.empty(), "docker-regsitry"))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("docker-regsitry");
    }

    @Test
    void what_is_found_is_given() {
        assertThat(RealRegistries.assumeSome())
                .allSatisfy(program -> assertThat(
                                RealRegistries.assumePresent(program.name()).executable())
                        .isEqualTo(program.executable()));
    }

    @Test
    void every_known_registry_has_traits_with_reasons() {
        List<ServerTraits> known = List.of(
                ServerTraits.distribution2(), ServerTraits.distribution3(), ServerTraits.crane(), ServerTraits.zot());

        assertThat(known).extracting(ServerTraits::name).containsExactly("docker-registry", "registry", "crane", "zot");
        assertThat(known)
                .allSatisfy(traits ->
                        assertThat(traits.departures().values()).isNotEmpty().allMatch(reason -> reason.length() > 10));
    }
}
