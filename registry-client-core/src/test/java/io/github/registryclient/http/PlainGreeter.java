package io.github.registryclient.http;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** What a plain http server answers to a TLS greeting: a 400, at once. */
final class PlainGreeter implements AutoCloseable {
    private final ServerSocket listener;

    PlainGreeter() {
        try {
            listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Thread thread = new Thread(this::greet, "plain-greeter");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listener.getLocalPort();
    }

    private void greet() {
        while (!listener.isClosed()) {
            try (Socket socket = listener.accept()) {
                socket.getInputStream().read();
                socket.getOutputStream()
                        .write("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n".getBytes(US_ASCII));
                socket.getOutputStream().flush();
                socket.shutdownOutput();
                while (socket.getInputStream().read() >= 0) {
                    // until the client has gone
                }
            } catch (IOException gone) {
                // the client or the test
            }
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
