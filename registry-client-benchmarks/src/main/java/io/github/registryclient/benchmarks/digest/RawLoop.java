package io.github.registryclient.benchmarks.digest;

import io.github.registryclient.benchmarks.report.Timed;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Asks one thing over and over on a plain socket, without looking at the answers: the least that a client can cost. */
final class RawLoop {
    private final int port;
    private final byte[] request;

    RawLoop(URI server, String target, String accept) {
        port = server.getPort();
        request = ("HEAD " + target + " HTTP/1.1\r\nHost: " + server.getAuthority()
                        + "\r\nUser-Agent: registry-client-java\r\nAccept: " + accept + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Answers a second, on so many threads with a connection each. */
    double perSecond(int threads, int callsEach) {
        return Timed.perSecond(threads, threads * callsEach, () -> ask(callsEach));
    }

    private void ask(int calls) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            byte[] answer = new byte[4096];
            for (int i = 0; i < calls; i++) {
                out.write(request);
                int size = 0;
                while (size < 4 || answer[size - 1] != '\n' || answer[size - 3] != '\n') {
                    int count = in.read(answer, size, answer.length - size);
                    if (count < 0) {
                        throw new IOException("the server hung up");
                    }
                    size += count;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
