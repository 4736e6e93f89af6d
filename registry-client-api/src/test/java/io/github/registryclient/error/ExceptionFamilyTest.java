package io.github.registryclient.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every member of the family: what it says, where it belongs, and that it survives being written and read. */
class ExceptionFamilyTest {
    private static final String URI = "https://registry.example/v2/a/manifests/1";
    private static final ErrorResponse RESPONSE = ErrorResponse.builder()
            .method("DELETE")
            .uri(URI)
            .status(405)
            .addErrors(RegistryError.builder()
                    .code("UNSUPPORTED")
                    .message("The operation is unsupported.")
                    .detail("{\"a\":[1]}")
                    .build())
            .addErrors(RegistryError.builder().code("X").build())
            .excerpt("{\"errors\":[]}")
            .build();

    static Stream<ErrorResponseException> refusals() {
        String remedy = "Do this";
        return Stream.of(
                new ErrorResponseException(RESPONSE, remedy),
                new CatalogUnavailableException(RESPONSE, remedy),
                new DeletionDisabledException(RESPONSE, remedy),
                new DeletionRefusedException(RESPONSE, remedy),
                new NotFoundException(RESPONSE, remedy),
                new NotPermittedException(RESPONSE, remedy),
                new TagDeletionUnsupportedException(RESPONSE, remedy),
                new TooManyRequestsException(RESPONSE, remedy));
    }

    static Stream<NoResponseException> silences() {
        IOException cause = new IOException("reset");
        return Stream.of(
                new NoResponseException("GET", URI, "the connection was cut", cause),
                new CallInterruptedException("GET", URI, "interrupted", null),
                new ClientClosedException("GET", URI, "the client was closed", null),
                new DeadlineExceededException("GET", URI, "no answer within 30 s", cause),
                new ProxyRefusedException("GET", URI, "the proxy wants credentials", null),
                new UnreachableException("GET", URI, "unknown host", cause));
    }

    static Stream<InvalidResponseException> unbelievable() {
        IOException cause = new IOException("cut");
        return Stream.of(
                new InvalidResponseException("GET", URI, "no JSON", cause),
                new BodyTooLargeException("GET", URI, "more than 4 MiB", null),
                new DigestMismatchException("GET", URI, "sha256:00", "sha256:11"),
                new IncompleteListingException("GET", URI, "the listing loops", null),
                new ManifestVanishedException("GET", URI, "sha256:00", null),
                new NotARegistryException("GET", URI, "HTML came", null),
                new RedirectRefusedException("GET", URI, "from https to http", null),
                new UnverifiedDigestException("HEAD", URI, "200 with another digest", cause));
    }

    static Stream<RegistryException> all() {
        return Stream.of(
                        refusals(),
                        silences(),
                        unbelievable(),
                        Stream.of(
                                new TagMovedException("DELETE", URI, "sha256:00", "sha256:11"),
                                new TokenUnavailableException("GET", "https://auth.example/token", "no token", null),
                                new TokenUnavailableException(RESPONSE, "Ask who runs it"),
                                InvalidInputException.of("tag", "a b", "expected letters"),
                                new CredentialsUnavailableException("no helper"),
                                new CredentialsUnavailableException("no helper", new IOException("cut")),
                                new MalformedDocumentException("no JSON", new IOException("cut"))))
                .flatMap(family -> family);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void a_refusal_says_request_status_codes_and_remedy(ErrorResponseException e) {
        assertThat(e.getMessage())
                .startsWith("DELETE " + URI + ": ")
                .contains("405", "UNSUPPORTED", "The operation is unsupported.", "Do this");
        assertThat(e.status()).isEqualTo(405);
        assertThat(e.errors()).hasSize(2);
        assertThat(e.response()).isSameAs(RESPONSE);
        assertThat(e.method()).isEqualTo("DELETE");
        assertThat(e.uri()).isEqualTo(URI);
    }

    @ParameterizedTest
    @MethodSource("silences")
    void a_missing_answer_says_the_request(NoResponseException e) {
        assertThat(e.getMessage()).startsWith("GET " + URI + ": ");
        assertThat(e.method()).isEqualTo("GET");
        assertThat(e.uri()).isEqualTo(URI);
    }

    @ParameterizedTest
    @MethodSource("unbelievable")
    void an_unbelievable_answer_says_the_request(InvalidResponseException e) {
        assertThat(e.getMessage()).startsWith(e.method() + " " + URI + ": ");
    }

    @ParameterizedTest
    @MethodSource("all")
    void messages_are_one_line(RegistryException e) {
        assertThat(e.getMessage()).isNotBlank().matches("[^\\p{Cc}\\p{Zl}\\p{Zp}]+");
    }

    @ParameterizedTest
    @MethodSource("all")
    void all_survive_being_written_and_read(RegistryException e) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(e);
        }
        Object read;
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            read = in.readObject();
        }

        assertThat(read).isExactlyInstanceOf(e.getClass());
        assertThat((Throwable) read).hasMessage(e.getMessage());
        if (e instanceof RequestFailedException) {
            assertThat(((RequestFailedException) read).method()).isEqualTo(((RequestFailedException) e).method());
            assertThat(((RequestFailedException) read).uri()).isEqualTo(((RequestFailedException) e).uri());
        }
        if (e instanceof ErrorResponseException) {
            assertThat(((ErrorResponseException) read).response()).isEqualTo(RESPONSE);
        }
        if (e instanceof TooManyRequestsException) {
            assertThat(((TooManyRequestsException) read).retryAfter())
                    .isEqualTo(((TooManyRequestsException) e).retryAfter());
        }
        if (e instanceof DigestMismatchException) {
            assertThat(((DigestMismatchException) read).expected()).isEqualTo("sha256:00");
            assertThat(((DigestMismatchException) read).actual()).isEqualTo("sha256:11");
        }
    }

    @Test
    void a_wait_that_the_registry_did_not_name_is_empty() {
        ErrorResponse waiting = ErrorResponse.builder()
                .from(RESPONSE)
                .retryAfter(Duration.ofSeconds(7))
                .build();

        assertThat(new TooManyRequestsException(RESPONSE, "").retryAfter()).isEmpty();
        assertThat(new TooManyRequestsException(waiting, "").retryAfter()).contains(Duration.ofSeconds(7));
    }

    @Test
    void a_mismatch_names_both_digests_fit_for_a_message() {
        DigestMismatchException e = new DigestMismatchException("GET", URI, "sha256:00", "junk\n" + "x".repeat(10_000));

        assertThat(e.getMessage())
                .contains("sha256:00", "junk")
                .hasSizeLessThan(1_000)
                .doesNotContain("\n");
        assertThat(e.actual()).startsWith("junk\n");
    }

    @Test
    void an_unverified_digest_says_that_nothing_was_deleted() {
        assertThat(new UnverifiedDigestException("HEAD", URI, "404", null)).hasMessageEndingWith("No DELETE was sent");
    }

    @Test
    void bad_input_is_shown_escaped_and_shortened_with_the_remedy() {
        InvalidInputException e =
                InvalidInputException.of("tag", "a\n\u001b[2J" + "x".repeat(10_000), "expected letters");

        assertThat(e.getMessage())
                .startsWith("invalid tag \"a \\u001b[2Jxxx")
                .endsWith("\": expected letters")
                .hasSizeLessThan(1_000);
    }

    @Test
    void null_is_refused() {
        assertThatNullPointerException().isThrownBy(() -> new ErrorResponseException(null, ""));
        assertThatNullPointerException().isThrownBy(() -> new NotFoundException(RESPONSE, null));
        assertThatNullPointerException().isThrownBy(() -> new DigestMismatchException("GET", URI, null, ""));
        assertThatNullPointerException().isThrownBy(() -> InvalidInputException.of("tag", null, ""));
    }
}
