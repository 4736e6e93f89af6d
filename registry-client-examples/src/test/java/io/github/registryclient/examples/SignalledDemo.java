package io.github.registryclient.examples;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/**
 * The demo, which sends itself a signal when it prints something, and goes on until that takes effect: before it prints the last
 * step, however fast it is.
 */
final class SignalledDemo extends PrintWriter {
    static final String KILL = "/bin/kill";

    private final String signal;
    private final String moment;

    private SignalledDemo(String signal, String moment) {
        super(System.out, true);
        this.signal = signal;
        this.moment = moment;
    }

    /** Arguments: the signal, what is printed when it is sent, and the demo's own. */
    public static void main(String[] args) {
        System.exit(Main.commandLine()
                .setOut(new SignalledDemo(args[0], args[1]))
                .execute(Arrays.copyOfRange(args, 2, args.length)));
    }

    @Override
    public void println(String line) {
        if (line.startsWith("10. ")) {
            awaitInterrupt();
        }
        super.println(line);
        if (line.contains(moment)) {
            send();
        }
    }

    private void send() {
        try {
            new ProcessBuilder(
                            KILL,
                            "-" + signal,
                            Long.toString(ProcessHandle.current().pid()))
                    .inheritIO()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitInterrupt() {
        while (!Thread.currentThread().isInterrupted()) {
            LockSupport.park();
        }
    }
}
