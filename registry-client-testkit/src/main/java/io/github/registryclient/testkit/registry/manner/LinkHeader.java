package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import java.util.List;
import java.util.Optional;

/** The {@code Link} header of a page. */
final class LinkHeader {
    static final String LINK = "Link";

    private LinkHeader() {}

    /** Leads to a target, in place of any other. */
    static Response to(Response response, String target) {
        return response.without(LINK).header(LINK, plain(target));
    }

    /** The usual form. */
    static String plain(String target) {
        return "<" + target + ">; rel=\"next\"";
    }

    /** Where it leads, in whatever form another manner left it. */
    static Optional<String> target(Response response) {
        return response.header(LINK).map(link -> link.replaceFirst("^<?([^>;]*).*", "$1"));
    }

    /** Writes the header anew, once for each value, from the registry's origin and the target that it has: a path with a query. */
    static Response rewritten(Request request, Response response, Form form) {
        Optional<String> target = target(response);
        if (target.isEmpty()) {
            return response;
        }
        Response changed = response.without(LINK);
        for (String value : form.write(origin(request), target.get())) {
            changed = changed.header(LINK, value);
        }
        return changed;
    }

    /** Scheme, host and port, as the client has them. */
    static String origin(Request request) {
        String host = request.header("Host").orElse("127.0.0.1:" + request.localPort());
        return (request.secure() ? "https://" : "http://") + host;
    }

    /** How links are written. */
    interface Form {
        /** The values of the header. */
        List<String> write(String origin, String target);
    }
}
