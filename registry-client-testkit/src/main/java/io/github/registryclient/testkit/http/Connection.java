package io.github.registryclient.testkit.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** Serves one connection on its thread: one request after the other until one side ends it. */
final class Connection implements Runnable {
    private final Line line;
    private final Handler handler;
    private final HttpServerOptions options;
    private final Pauses pauses;
    private final DateLine date;
    private final int localPort;

    Connection(Line line, Handler handler, HttpServerOptions options, Pauses pauses, DateLine date, int localPort) {
        this.line = line;
        this.handler = handler;
        this.options = options;
        this.pauses = pauses;
        this.date = date;
        this.localPort = localPort;
    }

    @Override
    public void run() {
        try {
            pauses.pause(options.readDelay());
            Socket socket = line.open(options.tls(), options.readTimeout());
            serve(new ConnectionInput(socket.getInputStream()), new Wire(socket.getOutputStream()));
            line.closeGently();
        } catch (CutException e) {
            cut(e.cut());
        } catch (IOException gone) {
            // the client, or the server, or the handshake failed
        } finally {
            line.close();
        }
    }

    private void cut(Cut how) {
        try {
            line.cut(how);
        } catch (IOException alreadyGone) {
            // that is what was wanted
        }
    }

    private void serve(ConnectionInput in, Wire wire) throws IOException {
        Exchanges exchanges = new Exchanges(in, wire, new AnswerWriter(wire, pauses, date));
        boolean more = true;
        while (more && awaitRequest(in)) {
            line.patience(options.readTimeout());
            more = exchanges.next();
        }
    }

    private boolean awaitRequest(ConnectionInput in) throws IOException {
        line.patience(options.idleTimeout());
        try {
            return in.await();
        } catch (SocketTimeoutException idle) {
            return false;
        }
    }

    void close() {
        line.close();
    }

    private final class Exchanges {
        private final ConnectionInput in;
        private final Wire wire;
        private final AnswerWriter writer;

        private Exchanges(ConnectionInput in, Wire wire, AnswerWriter writer) {
            this.in = in;
            this.wire = wire;
            this.writer = writer;
        }

        private boolean next() throws IOException {
            RequestHead head = HeadReader.read(in);
            RequestBody body = RequestBody.of(head.framing(), in);
            InputStream shown = body;
            Request request = new Request(head, shown, options.tls().isPresent(), localPort);
            Response response = handler.handle(request);
            boolean more = writer.write(head, response, head.wantsClose());
            body.readAllBytes();
            return more;
        }
    }
}
