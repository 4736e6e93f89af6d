package io.github.registryclient.http;

import io.github.registryclient.error.InvalidInputException;
import io.github.registryclient.tls.TlsSettings;
import java.net.http.HttpClient;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/** Makes the JDK's client with the settings that nobody may change: what they do wrong is done here itself, or not wanted. */
final class JdkClients {
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private JdkClients() {}

    static HttpClient create(ClientSettings settings) {
        HttpClient.Builder builder = settings.httpClient()
                .orElseGet(() -> HttpClient.newBuilder()
                        .connectTimeout(CONNECT)
                        .executor(ExchangeThreads.create(settings.concurrency())));
        settings.connectTimeout().ifPresent(builder::connectTimeout);
        settings.sslContext().ifPresent(builder::sslContext);
        settings.tls().ifPresent(tls -> builder.sslContext(context(tls, settings)));
        settings.proxy().map(ProxySettings::routes).ifPresent(builder::proxy);
        // The JDK's redirects carry credentials to other hosts.
        HttpClient client = builder.followRedirects(HttpClient.Redirect.NEVER)
                .version(settings.http2() ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
                .build();
        if (client.authenticator().isPresent()) {
            throw new InvalidInputException("the HttpClient.Builder has an authenticator: with one the JDK drops the"
                    + " Authorization header of requests. Give credentials with credentials(...) instead");
        }
        if (client.cookieHandler().isPresent()) {
            throw new InvalidInputException("the HttpClient.Builder has a cookie handler: registries answer otherwise"
                    + " where a session cookie comes along, so build it without");
        }
        return client;
    }

    private static SSLContext context(TlsSettings tls, ClientSettings settings) {
        if (settings.sslContext().isPresent()) {
            throw new InvalidInputException("both tls(...) and sslContext(...) are set, and only one of them can count:"
                    + " leave out the other");
        }
        return tls.contextFor(settings.endpoint());
    }
}
