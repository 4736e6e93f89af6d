package io.github.registryclient.testkit.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what a process prints, so that it never blocks on a full pipe, and keeps the last of it. */
final class OutputTail implements Runnable {
    private static final int MESSAGE_LINES = 40;
    private static final long END_MILLIS = 2_000;

    private final InputStream stream;
    private final int maxBytes;
    private final Thread thread;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    private OutputTail(Process process, int maxBytes) {
        this.stream = process.getInputStream();
        this.maxBytes = maxBytes;
        this.thread = new Thread(this, "testkit-output-" + process.pid());
        thread.setDaemon(true);
    }

    static OutputTail drain(Process process, int maxBytes) {
        OutputTail tail = new OutputTail(process, maxBytes);
        tail.thread.start();
        return tail;
    }

    @Override
    public void run() {
        byte[] chunk = new byte[8192];
        try (InputStream source = stream) {
            for (int count = source.read(chunk); count >= 0; count = source.read(chunk)) {
                keep(chunk, count);
            }
        } catch (IOException ended) {
            return; // the process is gone, and its pipe with it
        }
    }

    private synchronized void keep(byte[] chunk, int count) {
        kept.write(chunk, 0, count);
        if (kept.size() > 2 * maxBytes) {
            byte[] all = kept.toByteArray();
            kept.reset();
            kept.write(all, all.length - maxBytes, maxBytes);
        }
    }

    /** Waits until everything is read; a grandchild that holds the pipe is not waited for. */
    void awaitEnd() throws InterruptedException {
        thread.join(END_MILLIS);
    }

    synchronized String text() {
        byte[] all = kept.toByteArray();
        return new String(
                Arrays.copyOfRange(all, Math.max(0, all.length - maxBytes), all.length), StandardCharsets.UTF_8);
    }

    /** The last lines, to end a message with. */
    String forMessage() {
        String[] lines = text().stripTrailing().split("\n", -1);
        String last = String.join(
                "\n", Arrays.asList(lines).subList(Math.max(0, lines.length - MESSAGE_LINES), lines.length));
        return last.isEmpty() ? "; it printed nothing" : "; its last lines:\n" + last;
    }
}
