package io.github.registryclient.http;

import java.text.MessageFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** What the library says to the JDK's log, which is where {@link System.Logger} leads by default. */
public final class CapturedLog extends Handler implements AutoCloseable {
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();
    private final Logger logger;
    private final Level before;

    /** Captures what a class logs until this is closed. */
    public CapturedLog(String className) {
        logger = Logger.getLogger(className);
        before = logger.getLevel();
        logger.setLevel(Level.ALL);
        setLevel(Level.ALL);
        logger.addHandler(this);
    }

    /** Such as {@code WARNING: text}. */
    public List<String> lines() {
        return records.stream()
                .map(line -> line.getLevel() + ": " + MessageFormat.format(line.getMessage(), line.getParameters()))
                .collect(Collectors.toList());
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
        logger.setLevel(before);
    }
}
