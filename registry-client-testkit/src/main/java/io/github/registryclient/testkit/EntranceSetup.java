package io.github.registryclient.testkit;

import io.github.registryclient.testkit.registry.admission.Admission;
import io.github.registryclient.testkit.tls.ServerTls;
import io.github.registryclient.testkit.token.Accounts;
import io.github.registryclient.testkit.tokenserver.TokenServer;
import java.util.Optional;

/** Who may use a registry, and whether over TLS. */
final class EntranceSetup {
    private static final String REALM = "testkit";

    private Optional<ServerTls> tls = Optional.empty();
    private Accounts users = Accounts.none();
    private Optional<TokenServer> tokens = Optional.empty();

    void tls(ServerTls serverTls) {
        tls = Optional.of(serverTls);
    }

    void user(String name, String password) {
        users = users.withUser(name, password);
    }

    void tokens(TokenServer server) {
        tokens = Optional.of(server);
    }

    Optional<ServerTls> tls() {
        return tls;
    }

    Admission admission() {
        if (tokens.isPresent() && users.isAny()) {
            throw new IllegalStateException("either htpasswd or tokenAuth: the users of a token server are its own");
        }
        return tokens.map(Admission::tokens)
                .orElseGet(() -> users.isAny() ? Admission.passwords(REALM, users) : Admission.open());
    }
}
