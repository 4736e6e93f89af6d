package io.github.registryclient.examples;

/** How the program ends; the script's own are explained by {@code run} without arguments. */
public final class ExitCode {
    /** Done. */
    public static final int OK = 0;
    /** A fault in this program. */
    public static final int FAULT = 1;
    /** Wrong usage. */
    public static final int USAGE = 2;
    /** The registry refused, failed, or changed meanwhile. */
    public static final int REGISTRY = 4;

    private ExitCode() {}
}
