package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.registry.Resource;
import java.util.function.Function;

/** What servers answer to methods that they do not know, HEAD of a listing among them. */
final class WrongMethods {
    private static final String ALLOW = "Allow";

    private WrongMethods() {}

    /** Answers with what is made of the methods that are allowed. */
    static Decorator answered(Function<String, Response> answer) {
        Decorator heads = On.method("HEAD", Resource.TAGS, Resource.CATALOG)
                .answering((request, route, inner, store) -> answer.apply("GET"));
        Decorator others = On.anything()
                .changing((request, response) -> isWrong(response)
                        ? answer.apply(response.header(ALLOW).orElseThrow().replaceFirst("^GET, HEAD$", "GET"))
                        : response);
        return (inner, store) -> heads.around(others.around(inner, store), store);
    }

    private static boolean isWrong(Response response) {
        return response.status() == 405 && response.header(ALLOW).isPresent();
    }
}
