package io.github.registryclient.tests.campaign;

import java.text.MessageFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Hears all that the client and the JDK's client log, on every level, and keeps the lines that show a secret. */
final class LogWatch extends Handler implements AutoCloseable {
    private final List<Logger> loggers =
            List.of(Logger.getLogger("io.github.registryclient"), Logger.getLogger("jdk.httpclient"));
    private final Queue<String> guilty = new ConcurrentLinkedQueue<>();
    private final AtomicLong lines = new AtomicLong();

    LogWatch() {
        setLevel(Level.ALL);
        loggers.forEach(logger -> {
            logger.setLevel(Level.ALL); // and never back: a capture beside may still need it
            logger.setUseParentHandlers(false);
            logger.addHandler(this);
        });
    }

    @Override
    public void publish(LogRecord line) {
        lines.incrementAndGet();
        String text = line.getMessage();
        if (line.getParameters() != null) {
            text = MessageFormat.format(text, line.getParameters());
        }
        if (line.getThrown() != null) {
            text += Sentinel.everything(line.getThrown());
        }
        if (Sentinel.isIn(text)) {
            guilty.add(text);
        }
    }

    List<String> guilty() {
        return List.copyOf(guilty);
    }

    long lines() {
        return lines.get();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        loggers.forEach(logger -> {
            logger.removeHandler(this);
            logger.setUseParentHandlers(true);
        });
    }
}
