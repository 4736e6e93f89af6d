package io.github.registryclient.testkit.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A connection's sockets: the one of TCP, and the one of TLS around it where there is TLS. */
final class ConnectionSockets {
    private static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int SCRATCH = 8 << 10;

    private final Socket tcp;
    private Socket talk;

    ConnectionSockets(Socket tcp) {
        this.tcp = tcp;
        this.talk = tcp;
    }

    /** Begins to talk, over TLS where there is a context. */
    Socket open(HttpServerOptions options) throws IOException {
        tcp.setTcpNoDelay(true);
        Optional<SSLContext> tls = options.tls();
        if (tls.isPresent()) {
            SSLSocket secure = (SSLSocket) tls.get().getSocketFactory().createSocket(tcp, null, true);
            secure.setNeedClientAuth(options.clientCertificateRequired());
            talk = secure;
            patience(options.readTimeout());
            secure.startHandshake();
        }
        return talk;
    }

    /** How long a read may wait. */
    void patience(Duration time) throws IOException {
        long millis = time.compareTo(Duration.ofMillis(Integer.MAX_VALUE)) < 0 ? time.toMillis() : Integer.MAX_VALUE;
        talk.setSoTimeout((int) Math.max(1, millis));
    }

    /** Ends this side; over TLS with a farewell. */
    void closeGently() {
        try {
            linger(talk);
            talk.close();
        } catch (IOException gone) {
            // the other side was faster, or had more to say than anybody waits for
        } finally {
            close();
        }
    }

    /** Ends it in the middle of an answer; over TLS without a farewell. */
    void cut(Cut cut) {
        try {
            if (cut == Cut.CLOSE) {
                linger(tcp);
            } else if (cut == Cut.RESET) {
                tcp.setSoLinger(true, 0);
            } else {
                tcp.setSoTimeout(0);
                tcp.getInputStream().transferTo(OutputStream.nullOutputStream());
            }
        } catch (IOException gone) {
            // the other side was faster, or had more to say than anybody waits for
        } finally {
            close();
        }
    }

    /** Waits a little for the other side's end: closing with bytes unread would reset the connection, and lose the answer. */
    private static void linger(Socket socket) throws IOException {
        socket.shutdownOutput();
        InputStream in = socket.getInputStream();
        byte[] scratch = new byte[SCRATCH];
        long deadline = System.nanoTime() + LINGER_NANOS;
        int count;
        do {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            socket.setSoTimeout((int) Math.max(1, left));
            count = in.read(scratch);
        } while (count >= 0 && System.nanoTime() - deadline < 0);
    }

    /** At once, from any thread: closing the TLS socket could wait for its writer. */
    void close() {
        try {
            tcp.close();
        } catch (IOException alreadyGone) {
            // that is what was wanted
        }
    }
}
