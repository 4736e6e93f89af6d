package io.github.registryclient.testkit.traffic;

/**
 * A line of a script that is being written: how many of the requests it takes, then what is done with them. It takes one unless
 * something else is said. Used by one thread.
 *
 * <p>Two ways to spoil an answer are told apart. With {@link #answer} the registry never sees the request, so that nothing
 * happens there. With the methods that begin with {@code letThrough} it does what was asked for, whatever the client hears.
 */
public interface ScriptedRequest {
    /**
     * Takes so many requests, which must come.
     *
     * @param count 1 or more
     * @return this
     * @throws IllegalArgumentException if it is less
     * @throws IllegalStateException if the number was said before
     */
    ScriptedRequest times(int count);

    /**
     * Takes all requests, of which none must come.
     *
     * @return this
     * @throws IllegalStateException if the number was said before
     */
    ScriptedRequest always();

    /**
     * Takes one request, which must come: this one of those that get as far as this line. The others go to the next lines.
     *
     * @param position 1 or more; 1 is the first
     * @return this
     * @throws IllegalArgumentException if it is less
     * @throws IllegalStateException if the number was said before
     */
    ScriptedRequest nth(int position);

    /**
     * Answers in place of the registry, which does not see the request: nothing happens there.
     *
     * @param answer what the client gets
     * @return the script
     * @throws IllegalArgumentException if HTTP cannot say that, or a fault in it makes no sense
     * @throws IllegalStateException if the line was ended before
     */
    Script answer(ScriptedAnswer answer);

    /**
     * Lets the request through to the registry, and its answer back as it is.
     *
     * @return the script
     * @throws IllegalStateException if the line was ended before
     */
    Script letThrough();

    /**
     * Lets the request through to the registry, which does what is asked for, and spoils its answer.
     *
     * @param fault what goes wrong on the way back
     * @return the script
     * @throws IllegalArgumentException if the fault makes no sense
     * @throws IllegalStateException if the line was ended before
     */
    Script letThroughBut(Fault fault);

    /**
     * Lets the request through to the registry, which does what is asked for, and answers something else.
     *
     * @param answer what the client gets
     * @return the script
     * @throws IllegalArgumentException if HTTP cannot say that, or a fault in it makes no sense
     * @throws IllegalStateException if the line was ended before
     */
    Script letThroughButAnswer(ScriptedAnswer answer);
}
