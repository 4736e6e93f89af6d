package io.github.registryclient.http.internal.transport;

import java.io.IOException;

/**
 * An answer that only announces another one (1xx), taken for the final one by Java 11's client. Its connection must not be used
 * again: the real answer, still to come on it, would be taken for that to the next request. Source: RFC 9110, 15.2.
 */
final class InterimAnswer extends IOException {
    private static final long serialVersionUID = 1L;

    InterimAnswer(int status) {
        super("the answer was announced by an interim one of status " + status
                + ", as HTTP allows; Java 11 cannot read that, Java 17 can");
    }
}
