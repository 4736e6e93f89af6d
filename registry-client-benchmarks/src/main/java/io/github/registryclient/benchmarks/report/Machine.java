package io.github.registryclient.benchmarks.report;

import java.lang.management.ManagementFactory;

/** What a figure has to be read with. */
public final class Machine {
    private Machine() {}

    /**
     * Describes this machine and how busy it is now.
     *
     * @return one line
     */
    public static String describe() {
        return "Java " + System.getProperty("java.version") + ", "
                + Runtime.getRuntime().availableProcessors() + " cores, load "
                + ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
