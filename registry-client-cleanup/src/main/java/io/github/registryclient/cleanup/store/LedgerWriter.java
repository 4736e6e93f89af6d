package io.github.registryclient.cleanup.store;

import io.github.registryclient.cleanup.age.FirstSight;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Hasher;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Writes a ledger, one thing a line, with what may hold a space last. The last line has the digest of all before it:
 *
 * <pre>{@code
 * registry-client-ledger 1
 * registry https://registry.example/
 * began 2026-01-05T02:00:00Z
 * replaces-lost
 * repository team/app
 * tag 2026-01-05T02:00:00Z at-least sha256:6c3c… 1.0.0
 * tag 2026-02-01T02:00:00Z exact sha256:91ab… latest
 * superseded 2026-02-01T02:00:00Z sha256:0f3e…
 * led sha256:55d1…
 * end sha256:77d0…
 * }</pre>
 */
final class LedgerWriter {
    static final String KIND = "registry-client-ledger";
    static final String VERSION = "1";
    static final String AT_LEAST = "at-least";
    static final String EXACT = "exact";

    private final OutputStream out;
    private final Hasher hasher = Hasher.sha256();

    LedgerWriter(OutputStream out) {
        this.out = new BufferedOutputStream(out, 1 << 16);
    }

    void write(String registry, LedgerRecord record) throws IOException {
        line(KIND + " " + VERSION);
        line("registry " + registry);
        line("began " + record.began());
        if (record.replacesLost()) {
            line("replaces-lost");
        }
        for (Map.Entry<?, RepositoryRecord> repository : record.repositories().entrySet()) {
            line("repository " + repository.getKey());
            write(repository.getValue());
        }
        out.write(bytes("end " + hasher.finish()));
        out.flush();
    }

    private void write(RepositoryRecord record) throws IOException {
        for (Map.Entry<?, Sighting> tag : record.tags().entrySet()) {
            FirstSight first = tag.getValue().first();
            line("tag " + first.time() + " " + (first.atBeginning() ? AT_LEAST : EXACT) + " "
                    + tag.getValue().digest() + " " + tag.getKey());
        }
        for (Map.Entry<?, ?> superseded : record.superseded().entrySet()) {
            line("superseded " + superseded.getValue() + " " + superseded.getKey());
        }
        for (Digest led : record.led()) {
            line("led " + led);
        }
    }

    private void line(String text) throws IOException {
        byte[] bytes = bytes(text);
        hasher.update(bytes, 0, bytes.length);
        out.write(bytes);
    }

    private static byte[] bytes(String line) {
        return (line + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
