package io.github.registryclient.http.internal.transport;

import io.github.registryclient.error.ProxyRefusedException;
import io.github.registryclient.error.RegistryException;
import io.github.registryclient.error.UnreachableException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What fails before a request has passed the proxy, and which the registry is therefore not to be blamed for. */
final class ProxyFailures {
    /** How the JDK's client says that a CONNECT was not answered with 200. */
    private static final Pattern NO_TUNNEL = Pattern.compile("Tunnel failed, got: ([0-9]{3})");

    private ProxyFailures() {}

    /** The failure with the proxy in it; empty if it may as well be the registry's. */
    static Optional<RegistryException> find(Request request, Exception failure, String proxy) {
        Matcher tunnel = NO_TUNNEL.matcher(String.valueOf(failure.getMessage()));
        if (tunnel.find()) {
            return Optional.of(noTunnel(request, Integer.parseInt(tunnel.group(1)), proxy));
        }
        if (Causes.find(failure, HttpConnectTimeoutException.class).isPresent()) {
            return Optional.of(Failures.timedOut(request, "no connection in time through the proxy " + proxy, failure));
        }
        if (Causes.find(failure, UnresolvedAddressException.class).isPresent()) {
            return Optional.of(Failures.unreachable(
                    request,
                    "unknown host of the proxy " + proxy + "; check the spelling and the name service",
                    failure));
        }
        if (Causes.find(failure, ConnectException.class).isPresent()) {
            return Optional.of(Failures.unreachable(
                    request, "no connection to the proxy " + proxy + "; does it run there?", failure));
        }
        return Optional.empty();
    }

    /** 407, to the request itself or to the CONNECT for it. */
    static RegistryException unauthorized(Request request, String proxy, boolean hadAccount) {
        return new ProxyRefusedException(
                request.method(),
                request.shownUri(),
                "the proxy " + proxy + " wants other credentials (407); " + remedy(request, hadAccount),
                null);
    }

    private static String remedy(Request request, boolean hadAccount) {
        if (!hadAccount) {
            return "give it an account with proxy(ProxySettings.of(…).withCredentials(…))";
        }
        return request.origin().isPlain()
                ? "are user name and password right, and does it take Basic?"
                : "the JDK keeps Basic back from proxies of https: start the JVM with"
                        + " -Djdk.http.auth.tunneling.disabledSchemes= (and nothing behind it). If it was, are user name and"
                        + " password right, and does the proxy take Basic?";
    }

    private static RegistryException noTunnel(Request request, int status, String proxy) {
        if (status == 401) { // tinyproxy, to a wrong password
            return new ProxyRefusedException(
                    request.method(),
                    request.shownUri(),
                    "the proxy " + proxy + " wants other credentials (401); are user name and password right?",
                    null);
        }
        String what = "the proxy " + proxy + " does not connect to " + request.shownHost() + " (" + status + "); ";
        return status >= 500
                ? new UnreachableException(
                        request.method(), request.shownUri(), what + "is the registry running there?", null)
                : new ProxyRefusedException(
                        request.method(),
                        request.shownUri(),
                        what + "let it allow this host and port, or reach the host without it:"
                                + " ProxySettings.except(…)",
                        null);
    }
}
