package io.github.registryclient.tests.nginx;

/** A request that nginx has answered, as its own log has it. */
final class Served {
    private final String protocol;
    private final int status;
    private final String connection;
    private final String request;

    private Served(String protocol, int status, String connection, String request) {
        this.protocol = protocol;
        this.status = status;
        this.connection = connection;
        this.request = request;
    }

    /** Port, protocol, status, number of the connection, count of its requests, method and address. */
    static Served parse(String line) {
        String[] words = line.split(" ", 6);
        return new Served(words[1], Integer.parseInt(words[2]), words[3], words[5]);
    }

    String protocol() {
        return protocol;
    }

    int status() {
        return status;
    }

    String connection() {
        return connection;
    }

    /** Such as {@code HEAD /v2/app/manifests/1.0}. */
    String request() {
        return request;
    }

    @Override
    public String toString() {
        return protocol + " " + status + " on connection " + connection + ": " + request;
    }
}
