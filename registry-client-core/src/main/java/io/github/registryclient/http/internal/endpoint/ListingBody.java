package io.github.registryclient.http.internal.endpoint;

import io.github.registryclient.http.internal.answer.Evidence;
import io.github.registryclient.http.internal.answer.Refusals;
import io.github.registryclient.http.internal.transport.Reply;

/** What every page of a listing has to be before it is read. */
final class ListingBody {
    private ListingBody() {}

    static Reply require(Reply reply) {
        if (Evidence.isHtml(reply)) {
            throw Refusals.notARegistry(reply);
        }
        if (reply.body().size() == 0) {
            throw reply.invalid("status 200 without a body where a page of a listing should be");
        }
        return reply;
    }
}
