package io.github.registryclient.docker;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.registryclient.auth.Credentials;
import io.github.registryclient.error.CallInterruptedException;
import io.github.registryclient.error.CredentialsUnavailableException;
import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.internal.Excerpt;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One credential helper, such as {@code docker-credential-pass}: what it is told and how its answer is read.
 *
 * <p>Source: docker-credential-helpers, README "Development" and {@code credentials/error.go}.
 */
final class CredentialHelper {
    static final String PREFIX = "docker-credential-";

    /** Runs a program to its end. */
    interface Runner {
        /**
         * Runs it.
         *
         * @param program its file name
         * @param input what it reads
         * @param left how long the caller can wait
         * @return how it ended
         * @throws HelperFailure if it could not be run to its end
         * @throws InterruptedException if this thread was interrupted
         */
        HelperOutput run(String program, byte[] input, Supplier<Duration> left)
                throws HelperFailure, InterruptedException;
    }

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    /** What all helpers say, exactly so, when they have none. */
    private static final String NONE = "credentials not found in native keychain";

    private final String program;
    private final String configured;

    private CredentialHelper(String program, String configured) {
        this.program = program;
        this.configured = configured;
    }

    /** A helper; {@code configured} says where it is named. */
    static CredentialHelper named(String name, String configured) {
        return new CredentialHelper(PREFIX + requireName(name, configured), configured);
    }

    /** A name becomes part of a program's, so it must not be able to name another one. */
    static String requireName(String name, String configured) {
        if (!NAME.matcher(name).matches()) {
            throw new CredentialsUnavailableException(configured + " names the credential helper \"" + Excerpt.of(name)
                    + "\": expected letters, digits, '.', '_' and '-', such as pass for " + PREFIX + "pass");
        }
        return name;
    }

    /** Checks a name that the program gives. */
    static String requireGivenName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw InvalidInputException.of(
                    "credential helper", name, "expected its name after " + PREFIX + ", such as pass");
        }
        return name;
    }

    /** What it has for a server; anonymous if it has none. */
    Credentials get(String server, Runner runner, Supplier<Duration> left) {
        HelperOutput output;
        try {
            output = runner.run(program, server.getBytes(StandardCharsets.UTF_8), left);
        } catch (HelperFailure e) {
            throw problem(String.valueOf(e.getMessage()), e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        if (output.exitCode() == 0) {
            return read(server, output.out());
        }
        if (output.text().equals(NONE)) {
            return Credentials.anonymous();
        }
        throw problem("failed (exit code " + output.exitCode() + "): " + output.said() + ". " + remedy(server), null);
    }

    private String remedy(String server) {
        return "Try: printf %s " + Excerpt.of(server) + " | " + program + " get";
    }

    private Credentials read(String server, byte[] out) {
        String place = program + " (" + configured + ")";
        JsonNode answer = Json.first("what " + place + " printed", out);
        if (!answer.isObject()) {
            throw problem("printed no JSON object", null);
        }
        // Who knows no such server may say so with empty fields (docker-credential-pass 0.6), but not with other ones.
        if (Json.field(place, answer, "Username").isMissingNode()
                || Json.field(place, answer, "Secret").isMissingNode()) {
            throw problem("printed no \"Username\" and \"Secret\". " + remedy(server), null);
        }
        return new AuthEntry(place + ", for " + Excerpt.of(server))
                .of(Json.text(place, answer, "Username"), Json.text(place, answer, "Secret"));
    }

    CredentialsUnavailableException late() {
        return problem(
                "did not answer another call in the time that this one had. Does it wait for a passphrase?", null);
    }

    CallInterruptedException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new CallInterruptedException("run", program, "interrupted while the credential helper ran", cause);
    }

    private CredentialsUnavailableException problem(String what, @Nullable Throwable cause) {
        return new CredentialsUnavailableException(program + " (" + configured + ") " + what, cause);
    }
}
