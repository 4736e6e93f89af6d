package io.github.registryclient.http.internal.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.registryclient.error.CallInterruptedException;
import io.github.registryclient.error.ClientClosedException;
import io.github.registryclient.error.DeadlineExceededException;
import io.github.registryclient.error.NoResponseException;
import io.github.registryclient.error.RequestFailedException;
import io.github.registryclient.http.internal.endpoint.Addresses;
import io.github.registryclient.http.internal.time.Deadline;
import io.github.registryclient.http.internal.transport.Caller;
import io.github.registryclient.http.internal.transport.Patience;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Only a connection that was dropped is a reason to ask for a page of the catalog with another size. */
class CatalogFetcherTest {
    private static final String URL = "http://localhost:5000/v2/_catalog?n=1000";

    private final List<String> asked = new ArrayList<>();

    static Stream<NoResponseException> other_reasons() {
        return Stream.of(
                new DeadlineExceededException("GET", URL, "late", null),
                new CallInterruptedException("GET", URL, "interrupted", null),
                new ClientClosedException("GET", URL, "closed", null),
                new NeverConnected());
    }

    @ParameterizedTest
    @MethodSource("other_reasons")
    void a_page_that_did_not_come_for_another_reason_is_not_asked_for_again(NoResponseException reason) {
        assertThat(failure(reason)).isSameAs(reason).hasNoSuppressedExceptions();
        assertThat(asked).containsExactly("n=1000");
    }

    @Test
    void a_dropped_page_is_asked_for_once_more_and_the_failure_names_the_one_that_was_wanted() {
        NoResponseException dropped = new NoResponseException("GET", URL, "dropped", null);

        assertThat(failure(dropped)).isSameAs(dropped).hasMessageContaining("n=1000");
        assertThat(asked).containsExactly("n=1000", "n=999");
    }

    private Throwable failure(NoResponseException first) {
        CatalogFetcher fetcher =
                new CatalogFetcher(new Dropping(first), new Addresses(URI.create("http://localhost:5000")), 1000);
        return catchThrowable(() -> fetcher.fetch("n=1000"));
    }

    private final class Dropping implements Caller {
        private final NoResponseException first;

        Dropping(NoResponseException first) {
            this.first = first;
        }

        @Override
        public Reply call(Request request, Deadline deadline) {
            asked.add(request.uri().getRawQuery());
            throw asked.size() == 1 ? first : new NoResponseException("GET", request.shownUri(), "dropped again", null);
        }

        @Override
        public boolean awaitRepetition(Request failed, RequestFailedException why, int failures, Deadline deadline) {
            throw new AssertionError("pages are repeated below");
        }

        @Override
        public Deadline deadline(Patience patience) {
            return Deadline.in(Duration.ofMinutes(1), Clock.systemUTC());
        }
    }

    /** A kind of its own, as a refused connection or an unknown host may be. */
    private static final class NeverConnected extends NoResponseException {
        private static final long serialVersionUID = 1L;

        NeverConnected() {
            super("GET", URL, "refused", null);
        }
    }
}
