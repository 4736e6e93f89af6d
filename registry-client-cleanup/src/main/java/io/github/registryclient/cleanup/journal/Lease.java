package io.github.registryclient.cleanup.journal;

/** The right to change a registry, held by one at a time. Thread-safe. */
public interface Lease extends AutoCloseable {
    /**
     * Makes sure that it is still held. Asked right before every change.
     *
     * @throws LeaseLostException if somebody else has taken it over, or could have: this machine was paused
     */
    void require();

    /** Gives it back. */
    @Override
    void close();
}
