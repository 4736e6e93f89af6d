package io.github.registryclient.http.internal.transport;

import io.github.registryclient.http.internal.secret.Secrets;
import java.io.IOException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Stands in the place of a failure whose message quotes what a server sent: the JDK's client puts whole status lines and
 * headers there. Keeps the name of its type and its stack.
 */
@SuppressWarnings("OverrideThrowableToString") // the message stays the original's, the type too
final class SanitisedFailure extends IOException {
    private static final long serialVersionUID = 1L;
    private static final int DEEPEST = 16;

    private final String type;

    private SanitisedFailure(Throwable original, @Nullable String message) {
        super(message);
        type = original.getClass().getName();
        setStackTrace(original.getStackTrace());
    }

    /** The failure itself if neither it nor what is below it says anything that may not be shown. */
    static Throwable of(Request request, Throwable failure) {
        return isHarmless(request, failure) ? failure : copy(request::redacted, failure, DEEPEST);
    }

    /** The failure itself if neither it nor what is below it quotes a secret; null for none. */
    static @Nullable Throwable withoutSecrets(Secrets secrets, @Nullable Throwable failure) {
        Throwable current = failure;
        for (int depth = 0; current != null && depth <= DEEPEST; depth++) {
            String message = current.getMessage();
            if (message != null && !secrets.redact(message).equals(message)) {
                return failure == null ? null : copy(secrets::redact, failure, DEEPEST);
            }
            current = current.getCause();
        }
        return failure;
    }

    private static boolean isHarmless(Request request, Throwable failure) {
        Throwable current = failure;
        for (int depth = 0; current != null; depth++) {
            String message = current.getMessage();
            boolean shown = message == null || request.redacted(message).equals(message);
            if (!shown || current.getSuppressed().length > 0 || depth > DEEPEST) {
                return false;
            }
            current = current.getCause();
        }
        return true;
    }

    private static SanitisedFailure copy(UnaryOperator<String> redaction, Throwable original, int deepest) {
        String message = original.getMessage();
        SanitisedFailure copy = new SanitisedFailure(original, message == null ? null : redaction.apply(message));
        Throwable cause = original.getCause();
        if (cause != null && deepest > 0) {
            copy.initCause(copy(redaction, cause, deepest - 1));
        }
        return copy;
    }

    /** As if it were the original. */
    @Override
    public String toString() {
        String message = getMessage();
        return message == null ? type : type + ": " + message;
    }
}
