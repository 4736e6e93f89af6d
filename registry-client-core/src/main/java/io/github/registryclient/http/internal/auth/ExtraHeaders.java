package io.github.registryclient.http.internal.auth;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.http.internal.transport.Request;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The headers with secrets that go to the registry's own origin: the client's for a gateway, and the account's own, which take
 * their place where they have the same name. Thread-safe.
 */
final class ExtraHeaders {
    private final List<SecretHeader> ofClient;
    private final Wallet wallet;
    private volatile @Nullable Made last;

    ExtraHeaders(List<SecretHeader> ofClient, Wallet wallet) {
        this.ofClient = ofClient;
        this.wallet = wallet;
    }

    Request on(Request request, Credentials credentials) {
        if (ofClient.isEmpty() && credentials.headerNames().isEmpty()) {
            return request;
        }
        wallet.requireSafe(request);
        Request marked = request;
        for (SecretHeader header : all(credentials)) {
            marked = header.on(marked);
        }
        return marked;
    }

    private List<SecretHeader> all(Credentials credentials) {
        Made made = last;
        if (made == null || !made.credentials.equals(credentials)) {
            made = new Made(credentials, merge(credentials));
            last = made;
        }
        return made.headers;
    }

    private List<SecretHeader> merge(Credentials credentials) {
        List<SecretHeader> headers = new ArrayList<>();
        for (String name : credentials.headerNames()) {
            headers.add(SecretHeader.of(name, credentials.headerValue(name)));
        }
        for (SecretHeader header : ofClient) {
            if (credentials.headerNames().stream().noneMatch(header::isNamed)) {
                headers.add(header);
            }
        }
        return List.copyOf(headers);
    }

    private static final class Made {
        private final Credentials credentials;
        private final List<SecretHeader> headers;

        Made(Credentials credentials, List<SecretHeader> headers) {
            this.credentials = credentials;
            this.headers = headers;
        }
    }
}
