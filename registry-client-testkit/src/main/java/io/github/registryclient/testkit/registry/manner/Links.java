package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import java.util.Optional;
import java.util.function.BinaryOperator;

/** The {@code Link} header of a page. */
final class Links {
    private static final String LINK = "Link";

    private Links() {}

    /** Writes the header anew, from the registry's origin and the target that it has: a path with a query. */
    static Response rewritten(Request request, Response response, BinaryOperator<String> form) {
        Optional<String> link = response.header(LINK);
        if (link.isEmpty()) {
            return response;
        }
        String target = link.get().substring(1, link.get().indexOf('>'));
        return response.without(LINK).header(LINK, form.apply(origin(request), target));
    }

    private static String origin(Request request) {
        String host = request.header("Host").orElse("127.0.0.1:" + request.localPort());
        return (request.secure() ? "https://" : "http://") + host;
    }
}
