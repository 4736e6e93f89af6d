package io.github.registryclient.examples;

/** How the program ends; the script's own are explained by {@code run} without arguments. */
public final class ExitCode {
    /** Done. */
    public static final int OK = 0;
    /** A fault in this program. */
    public static final int FAULT = 1;
    /** Wrong usage. */
    public static final int USAGE = 2;
    /** The registry refused, failed, or changed meanwhile, and the command is one that does not change it by a plan. */
    public static final int REGISTRY = 4;
    /** Something was not reached, not allowed or is held back; another run may go on. */
    public static final int PARTIAL = 10;
    /** It does not fit, is too old, or somebody else is at it: nothing was done. */
    public static final int REFUSED = 11;
    /** Something was tried and failed, or something was lost that should have stayed. */
    public static final int FAILED = 12;

    private ExitCode() {}
}
