package io.github.registryclient.testkit.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;

/** Counts what arrives below TLS. Used by one thread. */
final class CountingSocket extends Socket {
    private long received;

    CountingSocket(HttpServer server) throws IOException {
        super(InetAddress.getLoopbackAddress(), server.port());
    }

    long received() {
        return received;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read() throws IOException {
                int next = super.read();
                received += next < 0 ? 0 : 1;
                return next;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                int count = super.read(into, offset, length);
                received += Math.max(count, 0);
                return count;
            }
        };
    }
}
