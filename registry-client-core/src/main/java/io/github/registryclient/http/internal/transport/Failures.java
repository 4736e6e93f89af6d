package io.github.registryclient.http.internal.transport;

import io.github.registryclient.error.BodyTooLargeException;
import io.github.registryclient.error.DeadlineExceededException;
import io.github.registryclient.error.InvalidResponseException;
import io.github.registryclient.error.NoResponseException;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.error.UnreachableException;
import io.github.registryclient.http.internal.coding.UndecodableBody;
import io.github.registryclient.http.internal.time.Deadline;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

/** Turns what the JDK's client throws into the family of exceptions, with the remedy that the JDK does not name. */
public final class Failures {
    private Failures() {}

    static RegistryException tooLate(Request request, Deadline deadline) {
        return new DeadlineExceededException(
                request.method(),
                request.shownUri(),
                "the " + deadline.allowed().toMillis() + " ms for the whole call were over before it was sent",
                new NotSent());
    }

    static RegistryException of(Request request, Exception failure, long allowedMillis, Optional<String> proxy) {
        return proxy.flatMap(name -> ProxyFailures.find(request, failure, name))
                .orElseGet(() -> atHost(request, failure, allowedMillis, proxy));
    }

    private static RegistryException atHost(
            Request request, Exception failure, long allowedMillis, Optional<String> proxy) {
        String way = proxy.map(name -> " through the proxy " + name).orElse("");
        String host = request.shownHost() + way;
        if (Causes.find(failure, BodyLimitExceeded.class).isPresent()) {
            return new BodyTooLargeException(
                    request.method(),
                    request.shownUri(),
                    "the answer has more than " + request.bodyLimit() + " bytes; "
                            + (request.isPage()
                                    ? "raise the limit with maxPageBytes(bytes) if that can be right"
                                    : "no right answer has, and this limit is fixed")
                            + Lifecycle.effect(request),
                    null);
        }
        Optional<UndecodableBody> coded = Causes.find(failure, UndecodableBody.class);
        if (coded.isPresent()) {
            return request.invalidAnswer(coded.get().getMessage() + Lifecycle.effect(request), null);
        }
        Optional<InterimAnswer> interim = Causes.find(failure, InterimAnswer.class);
        if (interim.isPresent()) {
            return request.invalidAnswer(interim.get().getMessage() + Lifecycle.effect(request), null);
        }
        if (Causes.find(failure, HttpConnectTimeoutException.class).isPresent()) {
            return timedOut(
                    request, "could not connect to " + host + " in time; is it the right host and port?", failure);
        }
        if (Causes.find(failure, HttpTimeoutException.class).isPresent()) {
            return timedOut(
                    request,
                    "no complete answer from " + host + " within " + allowedMillis + " ms (" + words(request, failure)
                            + ")",
                    failure);
        }
        if (Causes.find(failure, UnresolvedAddressException.class).isPresent()) {
            return unreachable(request, "unknown host " + host + "; check the spelling and the name service", failure);
        }
        if (Causes.find(failure, ConnectException.class).isPresent()) {
            return unreachable(request, "no connection to " + host + "; is the registry running there?", failure);
        }
        if (isNotTaken(failure)) {
            return unreachable(
                    request,
                    host + " took no more requests on its HTTP/2 connection, so this one was not sent ("
                            + words(request, failure) + "); a smaller concurrency helps",
                    failure);
        }
        Optional<SSLException> tls = Causes.find(failure, SSLException.class);
        if (tls.isPresent()) {
            return noTls(request, tlsProblem(request, host, tls.get()), tls.get(), failure);
        }
        if (speaksTls(failure)) {
            return cut(request, host + " seems to speak TLS: then the URL begins with https://", failure);
        }
        if (Causes.find(failure, ProtocolException.class).isPresent() || isForbiddenBody(failure)) {
            return new InvalidResponseException(
                    request.method(),
                    request.shownUri(),
                    "what answers at " + host + " breaks HTTP: " + words(request, failure) + Lifecycle.effect(request),
                    SanitisedFailure.of(request, failure));
        }
        return cut(
                request,
                "the connection to " + host + " ended before the answer was complete (" + words(request, failure) + ")",
                failure);
    }

    static RegistryException timedOut(Request request, String what, Exception cause) {
        return new DeadlineExceededException(
                request.method(),
                request.shownUri(),
                what + Lifecycle.effect(request),
                SanitisedFailure.of(request, cause));
    }

    private static RegistryException cut(Request request, String what, Exception cause) {
        return new NoResponseException(
                request.method(),
                request.shownUri(),
                what + Lifecycle.effect(request),
                SanitisedFailure.of(request, cause));
    }

    /** Nothing was sent if the session was refused here; the server refuses a client's certificate later than that. */
    private static RegistryException noTls(Request request, String what, SSLException problem, Exception cause) {
        String words = String.valueOf(problem.getMessage()).toLowerCase(Locale.ROOT);
        boolean refusedHere = problem instanceof SSLHandshakeException && !words.contains("received fatal alert");
        return refusedHere || isPlainAnswer(words) ? unreachable(request, what, cause) : cut(request, what, cause);
    }

    private static boolean isPlainAnswer(String words) {
        return words.contains("unrecognized ssl message");
    }

    static RegistryException unreachable(Request request, String what, Exception cause) {
        return new UnreachableException(
                request.method(), request.shownUri(), what, SanitisedFailure.of(request, cause));
    }

    private static String tlsProblem(Request request, String host, SSLException problem) {
        String words = String.valueOf(problem.getMessage());
        return "no TLS connection to " + host + " (" + request.redacted(words) + "); "
                + tlsRemedy(words.toLowerCase(Locale.ROOT));
    }

    private static String tlsRemedy(String words) {
        if (isPlainAnswer(words)) {
            return "it seems to speak plain http: then the URL begins with http://";
        }
        if (words.contains("received fatal alert") && (words.contains("certificate") || words.contains("unknown_ca"))) {
            return "it wants a client certificate that it knows: give one with tls(settings)";
        }
        if (words.contains("terminated the handshake") || words.contains("received fatal alert: handshake_failure")) {
            // What a server sends by TLS 1.2 in place of a certificate's alert, the JDK's and OpenSSL's among them.
            return "it ended the handshake: it may want a client certificate, see tls(settings), or another version of TLS";
        }
        if (words.contains("no subject alternative") || words.contains("no name matching")) {
            return "its certificate is for another name: use that name in the URL, or have the certificate made for this one";
        }
        return "for a private certificate authority give its certificate with tls(settings)";
    }

    /** A 204 with a body: the JDK refuses it with a bare IOException. */
    private static boolean isForbiddenBody(Exception failure) {
        return String.valueOf(failure.getMessage()).contains("content length header with 204");
    }

    /**
     * Too many streams for the server's taste, or one that it says it left when it ended the connection (seen on 11, 17 and 25).
     * The JDK says both with a bare IOException.
     */
    private static boolean isNotTaken(Exception failure) {
        return isTooManyStreams(failure) || "request not processed by peer".equals(failure.getMessage());
    }

    private static boolean isTooManyStreams(Throwable failure) {
        return "too many concurrent streams".equals(failure.getMessage());
    }

    /**
     * Whether a host got more requests at a time than it takes on one HTTP/2 connection.
     *
     * @param failure what a request failed with
     * @return true if fewer at a time would have gone
     */
    public static boolean isTooMuchAtATime(UnreachableException failure) {
        return failure.getCause() != null && isTooManyStreams(failure.getCause());
    }

    /** A TLS alert in place of a status line, which the JDK quotes. */
    private static boolean speaksTls(Exception failure) {
        return String.valueOf(failure.getMessage()).contains("\u0015\u0003");
    }

    private static String words(Request request, Exception failure) {
        return failure.getMessage() == null
                ? failure.getClass().getSimpleName()
                : request.redacted(failure.getMessage());
    }
}
