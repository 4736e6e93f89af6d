package io.github.registryclient.cleanup.journal;

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;

/** What this machine or container calls itself. */
final class HostName {
    private static final String LINUX = "/proc/sys/kernel/hostname";

    private HostName() {}

    /** Empty where it has none. On Linux no name service is asked, which may take its time. */
    static String find() {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(new FileInputStream(LINUX), StandardCharsets.UTF_8))) {
            String name = in.readLine();
            return name == null ? "" : name.strip();
        } catch (IOException elsewhere) {
            return asked();
        }
    }

    private static String asked() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException nobodyKnows) {
            return "";
        }
    }
}
