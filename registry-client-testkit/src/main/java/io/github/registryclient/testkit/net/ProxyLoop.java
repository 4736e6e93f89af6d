package io.github.registryclient.testkit.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** The proxy's one thread. All bytes travel equally long, so one queue holds them in the order of their arrival. */
final class ProxyLoop implements Runnable {
    private static final int READ_BYTES = 64 << 10;
    private static final long MILLISECOND = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long SHORT_PAUSE = TimeUnit.MICROSECONDS.toNanos(100);

    private final ServerSocketChannel server;
    private final InetSocketAddress target;
    private final long delayNanos;
    private final Selector selector;
    private final Deque<Chunk> travelling = new ArrayDeque<>();
    private final ByteBuffer readBuffer = ByteBuffer.allocateDirect(READ_BYTES);
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicLong accepted = new AtomicLong();
    private volatile boolean stopped;

    ProxyLoop(ServerSocketChannel server, InetSocketAddress target, long delayNanos) throws IOException {
        this.server = server;
        this.target = target;
        this.delayNanos = delayNanos;
        this.selector = Selector.open();
        server.configureBlocking(false);
        server.register(selector, SelectionKey.OP_ACCEPT);
    }

    int openConnections() {
        return open.get();
    }

    long acceptedConnections() {
        return accepted.get();
    }

    void stop() {
        stopped = true;
        selector.wakeup();
    }

    @Override
    public void run() {
        try {
            while (!stopped) {
                await();
                for (SelectionKey key : selector.selectedKeys()) {
                    serve(key);
                }
                selector.selectedKeys().clear();
                deliver();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the delay proxy broke", e);
        } finally {
            closeAll();
        }
    }

    /** Until something can be read or written, or has arrived. Selectors count in milliseconds, which is too coarse here. */
    private void await() throws IOException {
        Chunk first = travelling.peek();
        long left = first == null ? Long.MAX_VALUE : first.arrival() - System.nanoTime();
        if (first == null) {
            selector.select();
        } else if (left >= MILLISECOND) {
            selector.select(left / MILLISECOND);
        } else if (selector.selectNow() == 0 && left > 0) {
            LockSupport.parkNanos(Math.min(left, SHORT_PAUSE));
        }
    }

    private void serve(SelectionKey key) throws IOException {
        if (key.channel() == server) {
            accept();
            return;
        }
        ConnectionEnd end = (ConnectionEnd) key.attachment();
        try {
            end.serve(key, this);
        } catch (IOException cut) {
            end.connection().close();
        }
    }

    private void accept() throws IOException {
        for (SocketChannel client = server.accept(); client != null; client = server.accept()) {
            accepted.incrementAndGet();
            open.incrementAndGet();
            SocketChannel upstream = SocketChannel.open();
            ProxiedConnection connection = new ProxiedConnection(client, upstream, open::decrementAndGet);
            try {
                for (SocketChannel channel : new SocketChannel[] {client, upstream}) {
                    channel.configureBlocking(false);
                    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                }
                upstream.connect(target);
                connection.register(selector);
            } catch (IOException nobodyThere) {
                connection.close();
            }
        }
    }

    /** Reads what is there and sends it on its way; an end of stream is a chunk as well. */
    void read(Lane lane) throws IOException {
        readBuffer.clear();
        int count = lane.source().read(readBuffer);
        if (count == 0) {
            return;
        }
        ByteBuffer bytes = ByteBuffer.allocate(Math.max(count, 0));
        bytes.put(readBuffer.flip()).flip();
        lane.departed(bytes.remaining(), count < 0);
        travelling.add(new Chunk(lane, bytes, count < 0, System.nanoTime() + delayNanos));
    }

    private void deliver() {
        long now = System.nanoTime();
        for (Chunk chunk = travelling.peek(); chunk != null && chunk.arrival() - now <= 0; chunk = travelling.peek()) {
            travelling.remove();
            try {
                chunk.lane().arrived(chunk);
            } catch (IOException cut) {
                chunk.lane().connection().close();
            }
        }
    }

    private void closeAll() {
        for (SelectionKey key : new ArrayList<>(selector.keys())) {
            if (key.attachment() instanceof ConnectionEnd) {
                ((ConnectionEnd) key.attachment()).connection().close();
            }
        }
        try {
            server.close();
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the delay proxy could not be closed", e);
        }
    }
}
