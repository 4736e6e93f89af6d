package io.github.registryclient.http.internal.auth;

import org.jspecify.annotations.Nullable;

/** What a registry's challenges have told of it so far. Immutable. */
final class Known {
    private final Offers offers;
    private final @Nullable Challenge bearer;
    private final boolean demanded;

    private Known(Offers offers, @Nullable Challenge bearer, boolean demanded) {
        this.offers = offers;
        this.bearer = bearer;
        this.demanded = demanded;
    }

    /** Demanded are credentials by a 401; a challenge on a success only offers more (zot). */
    static Known of(Offers offers, boolean demanded) {
        return new Known(offers, offers.bearer().orElse(null), demanded);
    }

    /**
     * Together with what another answer said. A token server is not forgotten because a challenge leaves it out: Harbor asks for
     * Basic in every refusal of a token.
     */
    Known and(Offers newer, boolean newerDemanded) {
        boolean asMuch = newer.bearer().isPresent() || bearer == null;
        return asMuch ? of(newer, demanded || newerDemanded) : new Known(offers, bearer, demanded || newerDemanded);
    }

    Offers offers() {
        return offers;
    }

    boolean isDemanded() {
        return demanded;
    }
}
