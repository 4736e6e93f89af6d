package io.github.registryclient.http.internal.endpoint;

import io.github.registryclient.http.internal.transport.Reply;

/** Refuses bodies that came encoded: the JDK never asks for an encoding, and a digest is of the bytes without one. */
final class PlainBody {
    private PlainBody() {}

    static byte[] bytes(Reply reply) {
        require(reply);
        return reply.body().toByteArray();
    }

    static void require(Reply reply) {
        String encoding = reply.header("Content-Encoding").orElse("identity");
        if (!encoding.equalsIgnoreCase("identity")) {
            throw reply.invalid("the body came with an encoding nobody asked for; a proxy before the registry adds it");
        }
    }
}
