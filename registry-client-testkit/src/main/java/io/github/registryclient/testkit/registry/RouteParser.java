package io.github.registryclient.testkit.registry;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes paths apart, from their ends: the names of repositories may have any number of segments, and any words in them. */
final class RouteParser {
    private final List<String> segments;

    private RouteParser(List<String> segments) {
        this.segments = segments;
    }

    static Optional<Route> parse(String path) {
        if (!path.startsWith("/v2/")) {
            return Optional.empty();
        }
        List<String> segments = new ArrayList<>();
        for (String segment : path.substring("/v2/".length()).split("/", -1)) {
            segments.add(decode(segment));
        }
        return new RouteParser(segments).parse();
    }

    /** A plus in a path is a plus; what is not encoded rightly is taken as it stands. */
    private static String decode(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }

    private Optional<Route> parse() {
        if (segments.equals(List.of(""))) {
            return Optional.of(new Route(Resource.SUPPORT, "", ""));
        }
        if (segments.equals(List.of("_catalog"))) {
            return Optional.of(new Route(Resource.CATALOG, "", ""));
        }
        String last = fromEnd(1);
        switch (fromEnd(2)) {
            case "tags":
                return last.equals("list") ? route(Resource.TAGS, 2) : Optional.empty();
            case "manifests":
                return route(Resource.MANIFEST, 2);
            case "referrers":
                return route(Resource.REFERRERS, 2);
            case "blobs":
                return route(last.equals("uploads") ? Resource.UPLOADS : Resource.BLOB, 2);
            case "uploads":
                boolean ofBlobs = fromEnd(3).equals("blobs");
                return ofBlobs ? route(last.isEmpty() ? Resource.UPLOADS : Resource.UPLOAD, 3) : Optional.empty();
            default:
                return Optional.empty();
        }
    }

    private String fromEnd(int place) {
        return segments.size() < place ? "" : segments.get(segments.size() - place);
    }

    private Optional<Route> route(Resource resource, int behindName) {
        if (segments.size() <= behindName) {
            return Optional.empty();
        }
        String name = String.join("/", segments.subList(0, segments.size() - behindName));
        return Optional.of(new Route(resource, name, fromEnd(1)));
    }
}
