package io.github.registryclient.http.internal.auth;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.http.internal.secret.Secrets;
import io.github.registryclient.http.internal.time.Deadline;
import io.github.registryclient.http.internal.transport.Events;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** What an account has learnt of its registry: how it wants to be convinced, and with which tokens. Thread-safe. */
final class Session {
    private static final int MOST_TOKENS = 1000;

    private final Wallet wallet;
    private final ExtraHeaders headers;
    private final TokenClient client;
    private final RealmPolicy realms;
    private final HostFacts facts;
    private final ScopePolicy scopes;
    private final TokenCache tokens;
    private final RefusedTokens refused = new RefusedTokens();
    private final RefusedUnasked refusedUnasked = new RefusedUnasked();
    private final RefusedUnasked replaced = new RefusedUnasked();
    private final Events events;
    private final AtomicBoolean warned = new AtomicBoolean();
    private final Set<Use> basicWorks = Collections.synchronizedSet(EnumSet.noneOf(Use.class));
    private volatile @Nullable Known known;
    private volatile boolean doubtful;

    Session(AuthSettings settings, HostFacts facts, Wallet wallet, TokenClient client) {
        this.wallet = wallet;
        this.headers = new ExtraHeaders(settings.secretHeaders(), wallet);
        this.client = client;
        this.realms = new RealmPolicy(settings.root(), settings.redirects().allowsPrivateTargets());
        this.facts = facts;
        this.scopes = new ScopePolicy(settings.minimalScopes(), facts);
        this.events = settings.events();
        this.tokens = new TokenCache(settings.clock(), MOST_TOKENS);
    }

    Wallet wallet() {
        return wallet;
    }

    ExtraHeaders headers() {
        return headers;
    }

    ScopePolicy scopes() {
        return scopes;
    }

    /** What is known of the registry; null before it has said anything. */
    @Nullable
    Known known() {
        if (known == null) {
            known = facts.greeting();
        }
        return known;
    }

    /** What {@code /v2/} has told this account or another one; null if nobody asked, or that is doubtful. */
    @Nullable
    Offers greeting() {
        Known greeting = facts.greeting();
        if (greeting == null) {
            return null;
        }
        if (known == null) {
            known = greeting; // now, for another account may come to doubt it
        }
        return greeting.offers();
    }

    /** Whether what is known may be outdated: {@code /v2/} is to be asked again. */
    boolean isDoubtful() {
        return doubtful;
    }

    /** A token server that the registry named gave nothing, or may not be asked: it may name another one by now. */
    void doubt() {
        doubtful = true;
        facts.doubt();
    }

    /** The registry was asked again. */
    void believe() {
        doubtful = false;
    }

    /** Takes note of what {@code /v2/} says; all for whom the facts hold would hear the same if it is clear. */
    Offers greeted(List<String> headers, boolean demanded, boolean clear) {
        Offers offers = learn(headers, demanded);
        if (clear) {
            facts.greeted(Known.of(offers, demanded));
        }
        return offers;
    }

    /** Takes note of the challenges of an answer. */
    Offers learn(List<String> headers, boolean demanded) {
        Known before = known();
        if (before != null
                && (before.isDemanded() || !demanded)
                && before.offers().stoodIn(headers)) {
            return before.offers(); // the usual case, which costs nothing
        }
        Offers offers = Offers.of(headers);
        if (before == null) {
            known = Known.of(offers, demanded);
        } else if (!offers.isEmpty()) {
            known = before.and(offers, demanded);
        }
        return offers;
    }

    /** Where the token did not do and Basic did, Basic is sent from then on. */
    void basicWorked(Use use) {
        basicWorks.add(use);
    }

    boolean prefersBasic(Use use) {
        return basicWorks.contains(use);
    }

    /** The registry asks for none and does not want these: what they were sent with goes without them from then on. */
    void refusedUnasked(Use use, Credentials credentials) {
        basicWorks.remove(use);
        refusedUnasked.add(credentials);
    }

    boolean isRefusedUnasked(Credentials credentials) {
        return refusedUnasked.has(credentials);
    }

    /** After that refusal the provider gave others in their place. */
    void replaced(Credentials credentials) {
        replaced.add(credentials);
    }

    boolean isReplaced(Credentials credentials) {
        return replaced.has(credentials);
    }

    /** Once: such a listing may be whole, so it is no failure, and it may be short, so it is said. */
    void warnOfNobodysCatalog(Credentials credentials) {
        if (!warned.getAndSet(true)) {
            events.caution(
                    wallet.registry(),
                    "the catalog was listed without the credentials (" + credentials + "), for the registry asked for"
                            + " none and they cannot be sent unasked: it is what everybody may see");
        }
    }

    Realm realm(Challenge bearer, Credentials credentials) {
        return realms.realm(
                bearer,
                () -> Secrets.of(credentials).and(client.headerSecrets()).and(refused.all()));
    }

    TokenCache tokenCache() {
        return tokens;
    }

    /** It is not to be shown where the registry quotes it. */
    void refused(Authorization token) {
        refused.add(token.secrets());
    }

    Token fetch(TokenKey key, Deadline deadline) throws InterruptedException {
        return client.fetch(key, refused.all(), deadline);
    }
}
