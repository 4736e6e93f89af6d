package io.github.registryclient.testkit.registry;

import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.json.ErrorBody;
import java.util.Collection;
import java.util.List;

/** The end of a request that cannot be served: status and errors in the spec's form. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Response response;

    private Refusal(Response response, String message) {
        super(message);
        this.response = response;
    }

    /** Refuses for one reason. */
    public static Refusal of(int status, ErrorCode code, String detail) {
        return of(status, code, List.of(detail));
    }

    /** Refuses with one error for each detail. */
    public static Refusal of(int status, ErrorCode code, Collection<String> details) {
        return new Refusal(
                ErrorBody.ofEach(code.name(), code.message(), details).answer(status),
                status + " " + code + " " + String.join(", ", details));
    }

    /** Adds a header. */
    public Refusal header(String name, String value) {
        return new Refusal(response.header(name, value), String.valueOf(getMessage()));
    }

    /** The answer. */
    public Response answer() {
        return response;
    }
}
