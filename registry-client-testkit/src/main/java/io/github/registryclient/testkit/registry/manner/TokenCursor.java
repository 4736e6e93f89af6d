package io.github.registryclient.testkit.registry.manner;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import java.util.Base64;
import java.util.Optional;

/** Cursors that say nothing to clients, and of which only those count that came from the server. */
final class TokenCursor {
    private static final String MARK = "behind ";

    private TokenCursor() {}

    /** Pages behind tokens, for one kind of listing. */
    static Decorator of(On listing) {
        return listing.answering((request, route, inner, store) -> {
            ListingQuery asked = ListingQuery.of(request).withoutLast();
            ListingQuery plain = request.query("next_page")
                    .or(() -> request.query("last"))
                    .flatMap(TokenCursor::read)
                    .map(asked::withLast)
                    .orElse(asked);
            return sealed(request, inner.handle(plain.in(request)));
        });
    }

    private static Response sealed(Request request, Response page) {
        Optional<String> target = LinkHeader.target(page);
        if (target.isEmpty()) {
            return page;
        }
        ListingQuery next = ListingQuery.of(request.withTarget(target.get()));
        String query = "n=" + next.n().orElseThrow() + "&next_page="
                + write(next.last().orElseThrow());
        return LinkHeader.to(page, request.path() + "?" + query);
    }

    private static String write(String name) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((MARK + name).getBytes(UTF_8));
    }

    private static Optional<String> read(String token) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), UTF_8);
            return Optional.of(text)
                    .filter(cursor -> cursor.startsWith(MARK))
                    .map(cursor -> cursor.substring(MARK.length()));
        } catch (IllegalArgumentException garbage) {
            return Optional.empty();
        }
    }
}
