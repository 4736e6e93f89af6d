package io.github.registryclient.testkit.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Finds a port that is free now; whether it stays so is known only when the registry has it. */
final class FreePort {
    private FreePort() {}

    static int find() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new RegistryProcessException("no free port on the loopback interface", e);
        }
    }
}
