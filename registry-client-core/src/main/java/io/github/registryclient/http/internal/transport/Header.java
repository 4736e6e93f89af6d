package io.github.registryclient.http.internal.transport;

/** A request header; its value never prints. */
public final class Header {
    private final String name;
    private final String value;

    /**
     * A header to be sent.
     *
     * @param name its name
     * @param value its value
     */
    public Header(String name, String value) {
        this.name = name;
        this.value = value;
    }

    /**
     * Its name.
     *
     * @return as it is sent
     */
    public String name() {
        return name;
    }

    String value() {
        return value;
    }

    @Override
    public String toString() {
        return name + ": …";
    }
}
