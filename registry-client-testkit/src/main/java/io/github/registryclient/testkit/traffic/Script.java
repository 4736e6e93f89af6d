package io.github.registryclient.testkit.traffic;

import java.time.Duration;

/**
 * What a registry is to do instead of answering honestly, and which requests a test expects. Lines may be added at any time.
 *
 * <pre>{@code
 * registry.script().on(get("/v2/team/app/tags/list")).times(2).answer(status(503).header("Retry-After", "1"));
 * registry.script().on(delete("/v2/**")).letThroughBut(cutBeforeHead(Ending.RESET));
 * }</pre>
 *
 * <p>A request is taken by the first line that it matches and that has not had its number of requests yet; one that no line
 * takes goes to the registry. Every line is a promise: one that did not get its requests fails {@code close()} of the registry
 * with an {@link AssertionError} that shows the script, for the test tested less than it says. Lines with
 * {@link ScriptedRequest#always} promise nothing.
 *
 * <p>Thread-safe.
 */
public interface Script {
    /**
     * Begins a line. It must be ended by one of the methods that say what is done; until then it takes no request.
     *
     * @param pattern which requests are meant
     * @return the line
     */
    ScriptedRequest on(RequestPattern pattern);

    /**
     * Takes only the requests that the lines name. Another is answered with 500 and fails {@code close()}; lines with
     * {@link ScriptedRequest#letThrough} name what may pass.
     *
     * @return this
     */
    Script strict();

    /**
     * Accepts connections slowly from now on: each waits, and all that wait behind it.
     *
     * @param pause 0 or more; ends when the registry is closed
     * @return this
     * @throws IllegalArgumentException if it is negative
     */
    Script acceptDelay(Duration pause);

    /**
     * Begins slowly to read from connections that are accepted from now on, and to speak TLS on them; others do not wait.
     *
     * @param pause 0 or more; ends when the registry is closed
     * @return this
     * @throws IllegalArgumentException if it is negative
     */
    Script readDelay(Duration pause);
}
