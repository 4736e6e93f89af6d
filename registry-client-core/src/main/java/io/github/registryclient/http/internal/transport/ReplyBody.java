package io.github.registryclient.http.internal.transport;

import io.github.registryclient.http.internal.bytes.SegmentedBytes;
import io.github.registryclient.http.internal.secret.Secrets;
import org.jspecify.annotations.Nullable;

/** Either bytes or a stream. */
final class ReplyBody {
    private final SegmentedBytes bytes;
    private final @Nullable BodyStream stream;

    private ReplyBody(SegmentedBytes bytes, @Nullable BodyStream stream) {
        this.bytes = bytes;
        this.stream = stream;
    }

    static ReplyBody empty() {
        return of(new SegmentedBytes());
    }

    static ReplyBody of(SegmentedBytes bytes) {
        return new ReplyBody(bytes, null);
    }

    static ReplyBody of(BodyStream stream) {
        return new ReplyBody(new SegmentedBytes(), stream);
    }

    ReplyBody redacted(Secrets secrets) {
        return stream == null ? of(secrets.redact(bytes)) : this;
    }

    SegmentedBytes bytes() {
        return bytes;
    }

    @Nullable
    BodyStream stream() {
        return stream;
    }
}
