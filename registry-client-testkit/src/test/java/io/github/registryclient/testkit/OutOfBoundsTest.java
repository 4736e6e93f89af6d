package io.github.registryclient.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.testkit.sample.ImageSpec;
import io.github.registryclient.testkit.sample.RandomLimits;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleLayouts;
import io.github.registryclient.testkit.tls.CertificateAuthority;
import io.github.registryclient.testkit.tokenserver.TokenServer;
import io.github.registryclient.testkit.traffic.Ending;
import io.github.registryclient.testkit.traffic.Fault;
import io.github.registryclient.testkit.traffic.RequestLog;
import io.github.registryclient.testkit.traffic.ScriptedAnswer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Numbers and times that make no sense are refused where they are said, with what would make sense. */
class OutOfBoundsTest {
    private static final Duration NEGATIVE = Duration.ofMillis(-1);
    private static final SampleImages IMAGES = SampleImages.seeded(1);

    static Stream<Arguments> nonsense() {
        return Stream.of(registries(), faults(), samples(), entrances()).flatMap(each -> each);
    }

    private static Stream<Arguments> registries() {
        return Stream.of(
                row("manifestLimit 0", "1 byte or more", () -> builder().manifestLimit(0)),
                row("manifestLimit -1", "1 byte or more", () -> builder().manifestLimit(-1)),
                row("referrersPerPage 0", "1 referrer or more", () -> builder().referrersPerPage(0)),
                row("requestsKept -1", "0 requests or more", () -> builder().requestsKept(-1)),
                row("uploadExpiry 0", "no upload", () -> builder().uploadExpiry(Duration.ZERO)),
                row("no tags", "1 to ", () -> synthetic().tags("a", 0, 1)),
                row("no digests", "1 image or more", () -> synthetic().tags("a", 1, 0)),
                row("no repositories", "1 to ", () -> synthetic().repositories("a", 0)),
                row("tag -1", "from 0", () -> SyntheticContent.tag(-1)),
                row("repository -1", "from 0", () -> SyntheticContent.repository("a", -1)));
    }

    private static Stream<Arguments> faults() {
        return Stream.of(
                row("status 99", "100 to 999", () -> ScriptedAnswer.status(99)),
                row("status 1000", "100 to 999", () -> ScriptedAnswer.status(1000)),
                row("delayBefore", "negative", () -> Fault.delayBefore(NEGATIVE)),
                row("delayAfter, bytes", "0 bytes or more", () -> Fault.delayAfter(-1, Duration.ZERO)),
                row("delayAfter, pause", "negative", () -> Fault.delayAfter(0, NEGATIVE)),
                row("delayEvery, bytes", "1 bytes or more", () -> Fault.delayEvery(0, Duration.ZERO)),
                row("delayEvery, pause", "negative", () -> Fault.delayEvery(1, NEGATIVE)),
                row("cutInHead", "0 bytes or more", () -> Fault.cutInHead(-1, Ending.CLOSE)),
                row("cutAfter", "0 bytes or more", () -> Fault.cutAfter(-1, Ending.CLOSE)),
                row("contentLength", "0 bytes or more", () -> Fault.contentLength(-1)),
                row("forgotten", "0 requests or more", () -> RequestLog.of(List.of(), -1)));
    }

    private static Stream<Arguments> samples() {
        return Stream.of(
                row("layers", "0 layers or more", () -> ImageSpec.defaults().withLayers(-1, 1)),
                row(
                        "layer's bytes",
                        "0 bytes or more",
                        () -> ImageSpec.defaults().withLayers(1, -1)),
                row("random repositories", "1", () -> RandomLimits.defaults().withRepositories(0)),
                row("random manifests", "1", () -> RandomLimits.defaults().withManifests(0)),
                row("builds", "1 or more", () -> SampleLayouts.ciHistory(IMAGES, "a", 0)),
                row("tags", "0 or more", () -> SampleLayouts.manyTags(IMAGES, "a", -1, 1)),
                row("digests", "1 or more", () -> SampleLayouts.manyTags(IMAGES, "a", 1, 0)),
                row("parents", "0 or more", () -> SampleLayouts.parentsBesideChildren(IMAGES, "a", -1)));
    }

    private static Stream<Arguments> entrances() {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        return Stream.of(
                row(
                        "lifetime -1",
                        "a second or longer",
                        () -> TokenServer.builder().lifetime(NEGATIVE)),
                row(
                        "lifetime 0",
                        "a second or longer",
                        () -> TokenServer.builder().lifetime(Duration.ZERO)),
                row(
                        "certificate",
                        "cannot end before",
                        () -> CertificateAuthority.create("test", Clock.systemUTC())
                                .server("localhost")
                                .valid(now, now.minusSeconds(1))));
    }

    private static EmbeddedRegistryBuilder builder() {
        return EmbeddedRegistry.builder();
    }

    private static SyntheticContent synthetic() {
        return SyntheticContent.seeded(1);
    }

    private static Arguments row(String what, String bound, ThrowingCallable call) {
        return Arguments.of(what, bound, call);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nonsense")
    void what_makes_no_sense_is_refused_with_the_bound(String what, String bound, ThrowingCallable call) {
        assertThatThrownBy(call)
                .as(what)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(bound);
    }

    @Test
    void nobody_can_wait_for_no_request() {
        try (TokenServer server = TokenServer.builder().start()) {
            assertThatThrownBy(() -> server.hold().awaitWaiting(0)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void the_bounds_themselves_make_sense() {
        assertThatCode(() -> {
                    builder()
                            .manifestLimit(1)
                            .referrersPerPage(1)
                            .requestsKept(0)
                            .start()
                            .close();
                    TokenServer.builder()
                            .lifetime(Duration.ofSeconds(1))
                            .start()
                            .close();
                    ImageSpec.defaults().withLayers(0, 0);
                    Fault.delayEvery(1, Duration.ZERO);
                    ScriptedAnswer.status(999);
                })
                .doesNotThrowAnyException();
    }
}
