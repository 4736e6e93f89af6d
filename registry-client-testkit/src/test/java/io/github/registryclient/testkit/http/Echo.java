package io.github.registryclient.testkit.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;

/** Answers with the request as the server understood it. */
final class Echo implements Handler {
    @Override
    public Response handle(Request request) throws IOException {
        String body = new String(request.body().readAllBytes(), ISO_8859_1);
        return Response.of(200).body((request + "[" + body + "]").getBytes(ISO_8859_1));
    }

    /** The whole answer to a request with this method, target and body. */
    static String answer(String line, String body) {
        String content = line + "[" + body + "]";
        return "HTTP/1.1 200 OK\r\nContent-Length: " + content.length() + "\r\n\r\n" + content;
    }

    static HttpServer start() {
        return HttpServer.start(new Echo(), HttpServerOptions.defaults());
    }
}
