package io.github.registryclient.http.internal.advice;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** What advice is read from: an answer, whose own text is only ever shown without secrets. */
public interface Answer {
    /**
     * The status.
     *
     * @return such as 200
     */
    int status();

    /**
     * A header's first value.
     *
     * @param name the header's name, in any case
     * @return the value, stripped; empty if absent or blank
     */
    Optional<String> header(String name);

    /**
     * All values of a header that may repeat.
     *
     * @param name the header's name, in any case
     * @return in the order received
     */
    List<String> headers(String name);

    /**
     * The body as JSON and nothing but JSON, if it was read whole.
     *
     * @return its JSON, a missing node if it is none
     */
    JsonNode json();

    /**
     * What it says, in a header or its body, fit to be shown.
     *
     * @param said any text of the answer
     * @return one line of at most some hundred characters, without the secrets that went with the request
     */
    String shown(String said);
}
