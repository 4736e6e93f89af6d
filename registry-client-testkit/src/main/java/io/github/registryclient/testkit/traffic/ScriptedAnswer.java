package io.github.registryclient.testkit.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An answer that a script gives in place of the registry's. Immutable; each method makes a new one. */
public final class ScriptedAnswer {
    private static final int UNSEEN_STATUS = 500;
    private static final int LOWEST_STATUS = 100;
    private static final int HIGHEST_STATUS = 999;

    private final String start;
    private final int status;
    private final List<Map.Entry<String, String>> headers;
    private final byte[] body;
    private final Optional<Fault> fault;

    private ScriptedAnswer(
            String start, int status, List<Map.Entry<String, String>> headers, byte[] body, Optional<Fault> fault) {
        this.start = start;
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.fault = fault;
    }

    /**
     * An answer without headers and body.
     *
     * @param code 100 to 999
     * @return a new answer
     * @throws IllegalArgumentException if it is another number
     */
    public static ScriptedAnswer status(int code) {
        if (code < LOWEST_STATUS || code > HIGHEST_STATUS) {
            throw new IllegalArgumentException(
                    "a status is " + LOWEST_STATUS + " to " + HIGHEST_STATUS + ", not " + code);
        }
        return new ScriptedAnswer(Integer.toString(code), code, List.of(), new byte[0], Optional.empty());
    }

    /**
     * No answer at all.
     *
     * @param ending what the client sees instead
     * @return a new answer, of which nothing is sent
     */
    public static ScriptedAnswer nothing(Ending ending) {
        Fault cut = Fault.of("nothing (" + ending + ")", answer -> answer.cutInHead(0, ending));
        return new ScriptedAnswer("", UNSEEN_STATUS, List.of(), new byte[0], Optional.of(cut));
    }

    /**
     * Adds a header; a name may come several times. {@code Content-Length} follows the body unless {@link Fault#contentLength}
     * says otherwise.
     *
     * @param name sent as spelled
     * @param value in ISO 8859-1
     * @return a new answer
     */
    public ScriptedAnswer header(String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(headers);
        more.add(Map.entry(name, value));
        return new ScriptedAnswer(start, status, List.copyOf(more), body, fault);
    }

    /**
     * Sets the body.
     *
     * @param text sent in UTF-8
     * @return a new answer
     */
    public ScriptedAnswer body(String text) {
        return new ScriptedAnswer(start, status, headers, text.getBytes(UTF_8), fault);
    }

    /**
     * Sets the body.
     *
     * @param bytes copied
     * @return a new answer
     */
    public ScriptedAnswer body(byte[] bytes) {
        return new ScriptedAnswer(start, status, headers, bytes.clone(), fault);
    }

    /**
     * Has something go wrong with it on its way.
     *
     * @param added on top of what was said before
     * @return a new answer
     */
    public ScriptedAnswer but(Fault added) {
        return new ScriptedAnswer(
                start,
                status,
                headers,
                body,
                Optional.of(fault.map(first -> first.and(added)).orElse(added)));
    }

    /**
     * The status.
     *
     * @return as given
     */
    public int status() {
        return status;
    }

    /**
     * The headers.
     *
     * @return names and values in their order
     */
    public List<Map.Entry<String, String>> headers() {
        return headers;
    }

    /**
     * The body.
     *
     * @return a copy of the bytes
     */
    public byte[] body() {
        return body.clone();
    }

    /**
     * What goes wrong with it.
     *
     * @return empty if nothing does
     */
    public Optional<Fault> fault() {
        return fault;
    }

    /**
     * The answer in words, without secrets and without its body.
     *
     * @return such as {@code 503 with Retry-After: 1 and 4 bytes, delayed by 2s}
     */
    @Override
    public String toString() {
        List<String> parts = headers.stream()
                .map(header -> header.getKey() + ": " + Secrets.header(header.getKey(), header.getValue()))
                .collect(Collectors.toCollection(ArrayList::new));
        if (body.length > 0) {
            parts.add(body.length + (body.length == 1 ? " byte" : " bytes"));
        }
        String whole = start + (parts.isEmpty() ? "" : " with " + String.join(" and ", parts));
        return Stream.concat(Stream.of(whole), fault.stream().map(Fault::toString))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
