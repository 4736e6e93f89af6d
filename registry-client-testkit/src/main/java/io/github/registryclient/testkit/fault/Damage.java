package io.github.registryclient.testkit.fault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.registryclient.testkit.http.Cut;
import io.github.registryclient.testkit.http.Delivery;
import io.github.registryclient.testkit.http.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Does something to the registry's answer. */
final class Damage {
    private static final String DIGEST = "Docker-Content-Digest";
    private static final int HEAD = 200;
    private static final int DROPS = 8;
    private static final int BITS = 8;
    private static final int LONGER = 100;

    private final SplittableRandom random;
    private final Duration pause;

    Damage(SplittableRandom random, Duration pause) {
        this.random = random;
        this.pause = pause;
    }

    Response of(FaultKind kind, Response response) throws IOException {
        byte[] body = response.body().bytes();
        switch (kind) {
            case ANSWER_CUT:
                return response.delivery(cut(body.length, random.nextBoolean() ? Cut.CLOSE : Cut.RESET));
            case ANSWER_SILENT:
                return response.delivery(cut(body.length, Cut.SILENCE));
            case CONNECTION_DROPPED:
                return response.delivery(Delivery.honest().cutAtEnd(random.nextBoolean() ? Cut.CLOSE : Cut.RESET));
            case THROTTLED:
                int drop = Math.max(1, body.length / DROPS + 1);
                return response.delivery(Delivery.honest().delayBefore(pause).delayEvery(drop, pause));
            case BODY_SHORT:
                return response.body(Arrays.copyOf(body, body.length == 0 ? 0 : random.nextInt(body.length)));
            case BODY_DOUBLED:
                byte[] doubled = Arrays.copyOf(body, 2 * body.length);
                System.arraycopy(body, 0, doubled, body.length, body.length);
                return response.body(doubled);
            case LENGTH_WRONG:
                return length(response, body.length);
            case BODY_FLIPPED:
                return response.body(flipped(body));
            case DIGEST_WRONG:
                return digest(response);
            case HEAD_FLIPPED:
                return head(response);
            default:
                throw new IllegalArgumentException(kind + " does nothing to an answer");
        }
    }

    private Delivery cut(int length, Cut how) {
        switch (random.nextInt(3)) {
            case 0:
                return Delivery.honest().cutBeforeHead(how);
            case 1:
                return Delivery.honest().cutInHead(random.nextInt(HEAD), how);
            default:
                return length == 0
                        ? Delivery.honest().cutInHead(random.nextInt(HEAD), how)
                        : Delivery.honest().cutAfter(random.nextInt(length), how);
        }
    }

    private Response length(Response response, int length) {
        switch (random.nextInt(3)) {
            case 0:
                return response.delivery(Delivery.honest().contentLength(length + 1L + random.nextInt(LONGER)));
            case 1:
                return response.delivery(Delivery.honest().contentLength(length == 0 ? 0 : random.nextInt(length)));
            default:
                int other = random.nextInt(length + LONGER);
                return response.rawHeader(("Content-Length: " + other).getBytes(ISO_8859_1));
        }
    }

    private byte[] flipped(byte[] bytes) {
        byte[] changed = bytes.clone();
        if (changed.length > 0) {
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(BITS));
        }
        return changed;
    }

    private Response digest(Response response) {
        String honest = response.header(DIGEST).orElse("sha256:" + "0".repeat(64));
        Response without = response.without(DIGEST);
        switch (random.nextInt(5)) {
            case 0:
                return without;
            case 1:
                return without.header(DIGEST, honest.substring(0, random.nextInt(honest.length())));
            case 2:
                return without.header(DIGEST, honest).header(DIGEST, otherThan(honest));
            case 3:
                return without.header(DIGEST, "sha512:" + "0".repeat(128));
            default:
                return without.header(DIGEST, otherThan(honest));
        }
    }

    private String otherThan(String digest) {
        int last = digest.length() - 1;
        return digest.substring(0, last) + (digest.charAt(last) == '0' ? '1' : '0');
    }

    private Response head(Response response) {
        List<Map.Entry<String, String>> headers = response.headers();
        if (headers.isEmpty()) {
            return response.rawHeader(flipped("X-Served-By: gateway".getBytes(ISO_8859_1)));
        }
        int hit = random.nextInt(headers.size());
        Response changed = response;
        for (Map.Entry<String, String> header : headers) {
            changed = changed.without(header.getKey());
        }
        for (int i = 0; i < headers.size(); i++) {
            Map.Entry<String, String> header = headers.get(i);
            byte[] line = (header.getKey() + ": " + header.getValue()).getBytes(ISO_8859_1);
            changed = i == hit ? changed.rawHeader(flipped(line)) : changed.header(header.getKey(), header.getValue());
        }
        return changed;
    }
}
