package io.github.registryclient.testkit.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A connection's sockets: the one of TCP, and the one of TLS around it where there is TLS. */
final class Line {
    private static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int SCRATCH = 8 << 10;

    private final Socket tcp;
    private Socket talk;

    Line(Socket tcp) {
        this.tcp = tcp;
        this.talk = tcp;
    }

    /** Begins to talk TLS where there is a context. */
    Socket open(Optional<SSLContext> tls, Duration patience) throws IOException {
        tcp.setTcpNoDelay(true);
        if (tls.isPresent()) {
            SSLSocket secure = (SSLSocket) tls.get().getSocketFactory().createSocket(tcp, null, true);
            talk = secure;
            patience(patience);
            secure.startHandshake();
        }
        return talk;
    }

    /** How long a read may wait. */
    void patience(Duration time) throws IOException {
        talk.setSoTimeout(Math.toIntExact(Math.max(1, Math.min(time.toMillis(), Integer.MAX_VALUE))));
    }

    /** Ends this side, and waits a little for the other, since closing with bytes unread would take the answer from it. */
    void closeGently() {
        linger(talk);
    }

    void cut(Cut cut) throws IOException {
        switch (cut) {
            case RESET:
                tcp.setSoLinger(true, 0);
                tcp.close();
                break;
            case SILENCE:
                tcp.setSoTimeout(0);
                InputStream in = tcp.getInputStream();
                byte[] scratch = new byte[SCRATCH];
                while (in.read(scratch) >= 0) {
                    // what a silent server gets is not looked at
                }
                close();
                break;
            default:
                linger(tcp);
        }
    }

    private void linger(Socket socket) {
        try {
            socket.shutdownOutput();
            InputStream in = socket.getInputStream();
            byte[] scratch = new byte[SCRATCH];
            long deadline = System.nanoTime() + LINGER_NANOS;
            for (long left = LINGER_NANOS; left > 0; left = deadline - System.nanoTime()) {
                socket.setSoTimeout((int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)));
                if (in.read(scratch) < 0) {
                    break;
                }
            }
        } catch (SocketTimeoutException patienceIsOver) {
            // closed below
        } catch (IOException gone) {
            // the other side was faster
        } finally {
            close(socket);
            close();
        }
    }

    /** At once, from any thread: closing the TLS socket could wait for its writer. */
    void close() {
        close(tcp);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // that is what was wanted
        }
    }
}
