package io.github.registryclient.testkit.fault;

/** What a {@link FaultyProxy} does to a request or to its answer. Details are drawn from the plan's seed. */
public enum FaultKind {
    /**
     * 401 in the registry's place: without a challenge, with one for Basic or Bearer, or with one that makes no sense. The
     * token server that is named is not there.
     */
    UNAUTHORIZED(Effect.REFUSED),
    /** 403 in the registry's place. */
    FORBIDDEN(Effect.REFUSED),
    /** 408 in the registry's place, and the connection ends. */
    REQUEST_TIMEOUT(Effect.REFUSED),
    /** 429 in the registry's place, without {@code Retry-After}, or with one in seconds, as a date, huge, past or senseless. */
    TOO_MANY_REQUESTS(Effect.REFUSED),
    /** 500 in the registry's place. */
    SERVER_ERROR(Effect.REFUSED),
    /** 502 in the registry's place. */
    BAD_GATEWAY(Effect.REFUSED),
    /** 503 in the registry's place, with a {@code Retry-After} as {@link #TOO_MANY_REQUESTS} has it. */
    UNAVAILABLE(Effect.REFUSED),
    /** 504 in the registry's place. */
    GATEWAY_TIMEOUT(Effect.REFUSED),
    /** The connection ends before the registry hears of the request. */
    REQUEST_CUT(Effect.REFUSED),
    /** The registry gets the request without its {@code Authorization}, and challenges as it does. */
    CREDENTIALS_LOST(Effect.PASSED),
    /** The registry does what it was asked; its answer is cut before or in its head or in its body, by an end or a reset. */
    ANSWER_CUT(Effect.PASSED),
    /** The registry does what it was asked; its answer stops somewhere, and the connection stays open. */
    ANSWER_SILENT(Effect.PASSED),
    /** The registry does what it was asked; the client gets 500, 502 or 504. */
    ANSWER_REPLACED(Effect.PASSED),
    /** The answer is whole; the connection then ends without having said so, and must not be used again. */
    CONNECTION_DROPPED(Effect.PASSED),
    /** The answer comes late, and its body in drops. */
    THROTTLED(Effect.PASSED),
    /** The body is shorter, and its stated length fits. */
    BODY_SHORT(Effect.PASSED),
    /** The body comes twice, and its stated length fits. */
    BODY_DOUBLED(Effect.PASSED),
    /** {@code Content-Length} is too small or too large, or there are two. */
    LENGTH_WRONG(Effect.PASSED),
    /** A bit of the body is another one. A client can notice only where it knows a digest. */
    BODY_FLIPPED(Effect.MISLED),
    /** {@code Docker-Content-Digest} is another one, of no use, or missing. A client can notice only where it sees the body. */
    DIGEST_WRONG(Effect.MISLED),
    /** A bit of a header's name or value is another one. A client cannot notice where the header still makes sense. */
    HEAD_FLIPPED(Effect.MISLED);

    private enum Effect {
        REFUSED,
        PASSED,
        MISLED
    }

    private final Effect effect;

    FaultKind(Effect effect) {
        this.effect = effect;
    }

    /**
     * Whether the registry gets the request.
     *
     * @return false where the proxy answers in its place
     */
    public boolean reachesRegistry() {
        return effect != Effect.REFUSED;
    }

    /**
     * Whether even the best client may believe the answer, and so be told something wrong.
     *
     * @return false where a client that looks notices
     */
    public boolean mayMislead() {
        return effect == Effect.MISLED;
    }
}
