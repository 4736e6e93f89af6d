package io.github.registryclient.http.internal.auth;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.http.event.Route;
import io.github.registryclient.http.internal.address.Origin;
import io.github.registryclient.http.internal.address.PercentEncoding;
import io.github.registryclient.http.internal.secret.Secrets;
import io.github.registryclient.http.internal.time.Deadline;
import io.github.registryclient.http.internal.transport.Events;
import io.github.registryclient.http.internal.transport.Header;
import io.github.registryclient.http.internal.transport.Limits;
import io.github.registryclient.http.internal.transport.PlainHttp;
import io.github.registryclient.http.internal.transport.RedirectingTransport;
import io.github.registryclient.http.internal.transport.Reply;
import io.github.registryclient.http.internal.transport.Request;
import io.github.registryclient.http.internal.transport.Transport;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/**
 * Asks token servers: by GET with user name and password or without, by POST with a refresh token. No refresh token is asked
 * for, because it would live on at the server, and some servers break on being asked.
 */
final class TokenClient {
    static final String CLIENT_ID = "registry-client-java";
    /** The user of Azure's registries whose password is a refresh token. */
    private static final String AZURES_TOKEN_USER = "00000000-0000-0000-0000-000000000000";
    /** Of a refresh token. Source: RFC 6749, 5.2. */
    private static final Set<Integer> REFUSED = Set.of(400, 401);
    /** POST is not there (GCR, Harbor, GHCR, Gitea), not for this (Artifactory), or not in this form (ACR). */
    private static final Set<Integer> NO_POST = Set.of(400, 401, 404, 405);

    private final Transport below;
    private final AuthSettings settings;
    private final RealmPins pins;
    private final PlainHttp plainHttp;
    private final Clock clock;
    private final String registry;
    private final Secrets headerSecrets;
    private final Events events;
    private final RefreshTokens refreshTokens = new RefreshTokens();

    TokenClient(Transport below, AuthSettings settings, RealmPins pins, PlainHttp plainHttp) {
        this.below = below;
        this.settings = settings;
        this.pins = pins;
        this.plainHttp = plainHttp;
        this.clock = settings.clock();
        this.registry = Origin.of(settings.root()).toString();
        this.headerSecrets = settings.headerSecrets();
        this.events = settings.events();
    }

    /** Of the headers that go with every request: a challenge may quote them. */
    Secrets headerSecrets() {
        return headerSecrets;
    }

    /** The challenge that it follows may quote what was refused. */
    Token fetch(TokenKey key, Secrets refused, Deadline deadline) throws InterruptedException {
        Secrets quoted = headerSecrets.and(refused);
        if (!events.wantTokens()) {
            return ask(key, quoted, deadline);
        }
        FetchReport report = new FetchReport(key, quoted, clock);
        try {
            Token token = ask(key, quoted, deadline);
            report.given(token.usableForMillis(clock.millis()));
            return token;
        } catch (RuntimeException | InterruptedException | Error e) {
            report.refused(e);
            throw e;
        } finally {
            events.token(report.build());
        }
    }

    private Token ask(TokenKey key, Secrets quoted, Deadline deadline) throws InterruptedException {
        Credentials credentials = key.credentials();
        if (credentials.isAnonymous() || credentials.kind() == Credentials.Kind.HEADER) {
            return get(
                    knowing(quoted, below),
                    key,
                    Authorization.NONE,
                    deadline); // who gives nothing may be sent anywhere
        }
        requireSafe(key, quoted);
        Transport pinned = knowing(quoted, pins.to(key.realm(), below, settings.tokenServers(), settings.root()));
        switch (credentials.kind()) {
            case IDENTITY_TOKEN:
                return exchange(pinned, key, credentials.token(), deadline);
            case BASIC:
                return credentials.username().equals(AZURES_TOKEN_USER)
                        ? exchange(pinned, key, credentials.password(), deadline)
                        : get(pinned, key, Authorization.basic(credentials), deadline);
            default:
                return get(pinned, key, Authorization.NONE, deadline);
        }
    }

    private static Transport knowing(Secrets quoted, Transport way) {
        return (request, left) -> way.send(request.knowing(quoted), left);
    }

    private void requireSafe(TokenKey key, Secrets quoted) {
        Realm realm = key.realm();
        if (Origin.of(realm.uri()).isPlain() && !plainHttp.mayCarryCredentials(realm.uri())) {
            String host = quoted.and(Secrets.of(key.credentials())).redact(realm.host());
            throw PlainHttp.refusal("the token server " + host + " of " + registry);
        }
    }

    private Token get(Transport way, TokenKey key, Authorization authorization, Deadline deadline)
            throws InterruptedException {
        URI address =
                key.realm().query(key.scopes(), CLIENT_ID, key.credentials().username());
        Request request = Request.builder("GET", address)
                .serverMade()
                .route(Route.TOKEN)
                .bodyLimit(Limits.TOKEN)
                .header("Accept", "application/json")
                .build();
        Transport bound = new BoundToOrigin(way, Origin.of(key.realm().uri()), authorization);
        long askedAt = clock.millis();
        Reply reply = new RedirectingTransport(bound, settings.redirects())
                .send(request.knowing(headerSecrets.and(Secrets.of(key.credentials()))), deadline);
        return read(reply, key, askedAt);
    }

    /** A refresh token for an access token; where POST is not taken, it may count as the account's password. */
    private Token exchange(Transport way, TokenKey key, String refreshToken, Deadline deadline)
            throws InterruptedException {
        String newest = refreshTokens.newest(key, refreshToken);
        Secrets secrets = Secrets.of(newest).and(Secrets.of(key.credentials())).and(headerSecrets);
        Request request = Request.builder("POST", key.realm().uri())
                .serverMade()
                .route(Route.TOKEN)
                .harmless()
                .bodyLimit(Limits.TOKEN)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .body(BodyPublishers.ofString(form(key, newest)))
                .build();
        long askedAt = clock.millis();
        Reply reply = way.send(request.with(new Header("Accept", "application/json"), secrets), deadline);
        if (REFUSED.contains(reply.status()) && !newest.equals(refreshToken)) {
            refreshTokens.drop(key, newest); // the account's own may have been renewed meanwhile
            return exchange(way, key, refreshToken, deadline);
        }
        if (NO_POST.contains(reply.status()) && !key.credentials().username().isEmpty()) {
            return get(way, key, Authorization.basic(key.credentials().username(), refreshToken), deadline);
        }
        Optional<String> newer = reply.status() == 200 ? TokenAnswer.read(reply).refreshToken() : Optional.empty();
        newer.ifPresent(text -> refreshTokens.put(key, text));
        return read(reply, key, askedAt);
    }

    private static String form(TokenKey key, String refreshToken) {
        String service = key.realm().service();
        return "grant_type=refresh_token"
                + (service.isEmpty() ? "" : "&service=" + PercentEncoding.inParameter(service))
                + "&client_id=" + CLIENT_ID
                + (key.scopes().isEmpty()
                        ? ""
                        : "&scope=" + PercentEncoding.inParameter(key.scopes().toString()))
                + "&refresh_token=" + PercentEncoding.inParameter(refreshToken);
    }

    private Token read(Reply reply, TokenKey key, long askedAtMillis) {
        if (reply.status() != 200 && reply.status() != 201) {
            throw TokenRefusals.of(reply.withoutSecrets(reply.request()), key.credentials(), registry);
        }
        TokenAnswer answer = TokenAnswer.read(reply);
        String text = answer.token().orElseThrow(() -> TokenRefusals.noToken(reply, registry));
        Secrets account =
                answer.refreshToken().map(Secrets::of).orElse(Secrets.NONE).and(Secrets.of(key.credentials()));
        return answer.token(text, key.scopes(), askedAtMillis, account);
    }
}
