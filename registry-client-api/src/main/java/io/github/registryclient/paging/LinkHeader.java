package io.github.registryclient.paging;

import java.util.List;
import java.util.Optional;

/**
 * Finds the {@code rel="next"} target in {@code Link} headers: several links in one header or many, parameters in any
 * order and case, unquoted {@code rel}, and targets without angle brackets (old Quay, Heroku). What cannot be read, or looks as
 * if it were such a link and is none, is in doubt: it must not be taken for the end of a listing.
 */
final class LinkHeader {
    private LinkHeader() {}

    static Optional<String> nextQuery(List<String> headers) {
        for (String header : headers) {
            Optional<String> target = new LinkReader(header).nextTarget();
            if (target.isPresent()) {
                return target.map(LinkHeader::query);
            }
        }
        return Optional.empty();
    }

    /** Whether a header without next link may have been meant to have one. */
    static boolean isDoubtful(List<String> headers) {
        return headers.stream().anyMatch(header -> new LinkReader(header).findsDoubt());
    }

    private static String query(String target) {
        int fragment = target.indexOf('#');
        String withoutFragment = fragment < 0 ? target : target.substring(0, fragment);
        int mark = withoutFragment.indexOf('?');
        return mark < 0 ? "" : withoutFragment.substring(mark + 1);
    }
}
