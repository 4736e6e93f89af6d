package io.github.registryclient.testkit.manner;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The manners of one server, each with its source: what was seen on which version, or which file or issue says so. They
 * combine; where two change the same answer, the later one has the last word. Immutable.
 */
public final class Manners {
    private final String server;
    private final Map<Manner, String> sources;

    private Manners(String server, Map<Manner, String> sources) {
        this.server = server;
        this.sources = Collections.unmodifiableMap(sources);
    }

    /**
     * A server that departs in nothing.
     *
     * @param server what to call it in messages
     * @return no manners yet
     */
    public static Manners of(String server) {
        return new Manners(server, new LinkedHashMap<>());
    }

    /**
     * Adds one.
     *
     * @param manner how the server departs
     * @param source where that is known from
     * @return the changed manners
     */
    public Manners with(Manner manner, String source) {
        Map<Manner, String> more = new LinkedHashMap<>(sources);
        more.remove(manner);
        more.put(manner, source);
        return new Manners(server, more);
    }

    /**
     * Takes one away, as for a server that was set otherwise.
     *
     * @param manner one that may be there
     * @return the changed manners
     */
    public Manners without(Manner manner) {
        Map<Manner, String> fewer = new LinkedHashMap<>(sources);
        fewer.remove(manner);
        return new Manners(server, fewer);
    }

    /**
     * What the server is called.
     *
     * @return a name for messages
     */
    public String server() {
        return server;
    }

    /**
     * All of them, and where they are known from.
     *
     * @return unmodifiable, in their order
     */
    public Map<Manner, String> sources() {
        return sources;
    }

    /** Server and manners, for messages. */
    @Override
    public String toString() {
        return server + " " + sources.keySet();
    }
}
