package io.github.registryclient.testkit.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** This process's TCP sockets as Linux lists them; see proc(5). */
final class OwnSockets {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final List<Path> TABLES = List.of(Path.of("/proc/self/net/tcp"), Path.of("/proc/self/net/tcp6"));
    private static final int REMOTE = 2;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final String LISTENING = "0A";

    private OwnSockets() {}

    /** The sockets with this remote port, as local address, remote address and state in the kernel's notation. */
    static List<String> connectedTo(int port) {
        if (!Files.isDirectory(DESCRIPTORS)) {
            throw new UnsupportedOperationException("only Linux tells a process its sockets");
        }
        try {
            Set<String> own = inodes();
            List<String> found = new ArrayList<>();
            for (Path table : TABLES) {
                if (Files.exists(table)) {
                    collect(table, port, own, found);
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("the table of sockets could not be read", e);
        }
    }

    private static void collect(Path table, int port, Set<String> own, List<String> found) throws IOException {
        String suffix = String.format(":%04X", port);
        for (String line : Files.readAllLines(table)) {
            String[] columns = line.strip().split("\\s+", -1);
            if (columns.length > INODE
                    && columns[REMOTE].endsWith(suffix)
                    && !columns[STATE].equals(LISTENING)
                    && own.contains(columns[INODE])) {
                found.add(String.join(" ", List.of(columns).subList(1, INODE)));
            }
        }
    }

    private static Set<String> inodes() throws IOException {
        Set<String> inodes = new HashSet<>();
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(DESCRIPTORS)) {
            for (Path descriptor : descriptors) {
                String target = target(descriptor);
                if (target.startsWith("socket:[")) {
                    inodes.add(target.substring("socket:[".length(), target.length() - 1));
                }
            }
        }
        return inodes;
    }

    /** What a descriptor stands for; nothing if it was closed meanwhile, as that of this very listing. */
    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closed) {
            return "";
        }
    }
}
