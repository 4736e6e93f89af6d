package io.github.registryclient.testkit.fault;

/** Something that happens while requests are on their way. */
final class Happening {
    private final String name;
    private final double rate;
    private final Runnable event;

    Happening(String name, double rate, Runnable event) {
        this.name = name;
        this.rate = rate;
        this.event = event;
    }

    String name() {
        return name;
    }

    double rate() {
        return rate;
    }

    void happen() {
        event.run();
    }

    @Override
    public String toString() {
        return name + "=" + rate;
    }
}
