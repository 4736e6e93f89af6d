package io.github.registryclient.testkit.registry.manner;

import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import java.io.IOException;

/** What servers write where they have no names. */
final class EmptyLists {
    private EmptyLists() {}

    /** No list where it would be empty, unless nothing was asked for. */
    static Response nullUnlessZero(Request request, Response response) throws IOException {
        NameList list = NameList.of(response);
        boolean nothingAsked =
                ListingQuery.of(request).size().filter(size -> size == 0).isPresent();
        if (!list.names().isEmpty() || nothingAsked) {
            return response;
        }
        return alwaysNull(request, response);
    }

    static Response noField(Request request, Response response) throws IOException {
        NameList list = NameList.of(response);
        if (list.names().isEmpty()) {
            list.document().remove(list.field());
        }
        return list.changed();
    }

    static Response alwaysNull(Request request, Response response) throws IOException {
        NameList list = NameList.of(response);
        if (list.names().isEmpty()) {
            list.document().putNull(list.field());
        }
        return list.changed();
    }
}
