package io.github.registryclient.benchmarks.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/**
 * An HTTP/1.1 server on the loopback interface that answers with fixed bytes. One thread serves all connections, because two
 * cores are shared with the client that is measured.
 */
public final class CannedServer implements AutoCloseable {
    private final CannedAnswers answers;
    private final ServerSocketChannel listener;
    private final Selector selector;
    private final Thread thread;
    private volatile boolean closing;

    private CannedServer(CannedAnswers answers) throws IOException {
        this.answers = answers;
        selector = Selector.open();
        listener = ServerSocketChannel.open();
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 128);
        listener.configureBlocking(false);
        listener.register(selector, SelectionKey.OP_ACCEPT);
        thread = new Thread(this::run, "canned-server");
        thread.setDaemon(true);
    }

    /**
     * Starts a server on a free port.
     *
     * @param answers what it answers
     * @return the server, to be closed
     */
    public static CannedServer start(CannedAnswers answers) {
        try {
            CannedServer server = new CannedServer(answers);
            server.thread.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Where it answers.
     *
     * @return such as {@code http://127.0.0.1:41327}
     */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + listener.socket().getLocalPort());
    }

    private void run() {
        try (selector) {
            while (!closing) {
                selector.select(this::serve);
            }
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(SelectionKey key) {
        Object connection = key.attachment();
        try {
            if (connection == null) {
                accept();
            } else if (!((CannedConnection) connection).serve(key)) {
                key.channel().close();
            }
        } catch (IOException clientWentAway) {
            close(key);
        }
    }

    private void accept() throws IOException {
        SocketChannel channel = listener.accept();
        if (channel != null) {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.register(selector, SelectionKey.OP_READ, new CannedConnection(channel, answers));
        }
    }

    private static void close(SelectionKey key) {
        try {
            key.channel().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the server and all its connections. */
    @Override
    public void close() {
        closing = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
