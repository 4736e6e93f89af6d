package io.github.registryclient.http;

import java.text.MessageFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * What the library says about one server to the JDK's log, which is where {@link System.Logger} leads by default. The
 * log is everybody's: tests that run beside write to it too, about their own servers.
 */
public final class CapturedLog extends Handler implements AutoCloseable {
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();
    private final String server;
    private final Logger logger;

    /** Captures what a logger is told of the server with this URL, until this is closed. */
    public CapturedLog(String loggerName, String server) {
        this.server = server;
        logger = Logger.getLogger(loggerName);
        logger.setLevel(Level.ALL); // and never back: a capture beside may still need it
        setLevel(Level.ALL);
        logger.addHandler(this);
    }

    /** Such as {@code WARNING: text}. */
    public List<String> lines() {
        return records.stream()
                .map(line -> line.getLevel() + ": " + text(line))
                .filter(line -> line.contains(server))
                .collect(Collectors.toList());
    }

    private static String text(LogRecord line) {
        Object[] parameters = line.getParameters();
        return parameters == null ? line.getMessage() : MessageFormat.format(line.getMessage(), parameters);
    }

    @Override
    public void publish(LogRecord line) {
        records.add(line);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
