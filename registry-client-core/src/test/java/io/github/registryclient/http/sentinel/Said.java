package io.github.registryclient.http.sentinel;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.error.ErrorResponseException;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.error.TokenUnavailableException;
import io.github.registryclient.http.event.RecordingListener;
import io.github.registryclient.http.event.RequestOutcome;
import io.github.registryclient.http.event.Retry;
import io.github.registryclient.http.event.TokenFetch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Everything that a client says to people and programs beside results: kept, and looked through for secrets. */
final class Said extends Handler implements AutoCloseable {
    private static final Logger LIBRARY = Logger.getLogger("io.github.registryclient");

    /** What the JDK's client logs of requests, if it was told to. */
    private static final Logger JDK = Logger.getLogger("jdk.httpclient");

    final RecordingListener listener = new RecordingListener();
    private final ConcurrentLinkedQueue<String> texts = new ConcurrentLinkedQueue<>();
    private int failures;

    /** All that the library logs from now on, at every level, also what tests beside make it log. */
    Said() {
        setLevel(Level.ALL);
        LIBRARY.setLevel(Level.ALL); // and never back: another one may still need it
        LIBRARY.addHandler(this);
        JDK.addHandler(this);
    }

    void value(Object value) {
        texts.add(String.valueOf(value));
    }

    void failure(Throwable failure) {
        failures++;
        everyWordOf(failure);
    }

    int failures() {
        return failures;
    }

    private void everyWordOf(Throwable failure) {
        StringWriter stack = new StringWriter(); // with causes and what was suppressed
        failure.printStackTrace(new PrintWriter(stack));
        texts.add(stack + "\n" + failure.getMessage() + "\n" + failure.getLocalizedMessage() + "\n" + failure);
        if (failure instanceof ErrorResponseException) {
            texts.add(((ErrorResponseException) failure).response().errors().toString());
            texts.add(((ErrorResponseException) failure).response().toString());
        }
        if (failure instanceof TokenUnavailableException) {
            texts.add(((TokenUnavailableException) failure).response().toString());
        }
        if (failure instanceof RegistryException) {
            texts.add(serialised(failure));
        }
    }

    /** With every field, whether anything prints it or not. */
    private static String serialised(Throwable failure) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(failure);
        } catch (IOException e) {
            throw new AssertionError("an exception that cannot be sent to another JVM: " + failure, e);
        }
        return bytes.toString(ISO_8859_1);
    }

    @Override
    public void publish(LogRecord line) {
        texts.add(line.getLevel() + " " + line.getMessage() + " " + Arrays.toString(line.getParameters()));
        if (line.getThrown() != null) {
            everyWordOf(line.getThrown());
        }
    }

    /** Looks through all that was said so far, and forgets it. */
    void assertNothingOf(List<Sentinel> secrets, String where) {
        for (Object event : listener.events()) {
            texts.add(event.toString());
        }
        listener.of(RequestOutcome.class).forEach(outcome -> outcome.failure().ifPresent(this::everyWordOf));
        listener.of(Retry.class).forEach(retry -> retry.failure().ifPresent(this::everyWordOf));
        listener.of(TokenFetch.class).forEach(fetch -> fetch.failure().ifPresent(this::everyWordOf));
        listener.of(RequestOutcome.class)
                .forEach(outcome -> outcome.rateLimit().ifPresent(limit -> texts.add(limit.text())));
        List<String> shown = new ArrayList<>();
        for (String text : texts) {
            for (Sentinel secret : secrets) {
                if (!secret.in(text).isEmpty()) {
                    shown.add(secret + ", " + secret.in(text) + ", in: " + text);
                }
            }
        }
        assertThat(texts).as("something was said").isNotEmpty();
        texts.clear();
        listener.events().clear();
        assertThat(shown).as(where).isEmpty();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        LIBRARY.removeHandler(this);
        JDK.removeHandler(this);
    }
}
