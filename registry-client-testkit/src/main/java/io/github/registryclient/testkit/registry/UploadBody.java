package io.github.registryclient.testkit.registry;

import io.github.registryclient.name.Digest;
import io.github.registryclient.testkit.http.Request;
import io.github.registryclient.testkit.http.Response;
import io.github.registryclient.testkit.registry.store.Upload;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Moves a request's body to the end of an upload, at the place that its Content-Range says. */
final class UploadBody {
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,18})-([0-9]{1,18})");

    private final Upload upload;

    private UploadBody(Upload upload) {
        this.upload = upload;
    }

    static UploadBody take(Request request, Upload upload) throws IOException {
        String range = request.header(Headers.CONTENT_RANGE).orElse(null);
        if (range == null) {
            append(request, upload, upload.size(), Long.MAX_VALUE);
            return new UploadBody(upload);
        }
        Matcher matcher = RANGE.matcher(range);
        if (!matcher.matches()) {
            throw Refusal.of(400, ErrorCode.BLOB_UPLOAD_INVALID, "not a range: " + range);
        }
        long start = Long.parseLong(matcher.group(1));
        long length = Long.parseLong(matcher.group(2)) - start + 1;
        OptionalLong said = request.contentLength();
        if (start != upload.size()) {
            throw outOfOrder(upload);
        }
        if (said.isPresent() && said.getAsLong() != length) {
            throw sizeInvalid(range);
        }
        long taken = append(request, upload, start, length);
        if (taken != length || request.body().read() >= 0) {
            throw sizeInvalid(range);
        }
        return new UploadBody(upload);
    }

    private static long append(Request request, Upload upload, long start, long limit) throws IOException {
        long taken = upload.append(start, request.body(), limit);
        if (taken < 0) {
            throw upload.isOpen() ? outOfOrder(upload) : UploadStatus.unknown(upload.id());
        }
        return taken;
    }

    /** Makes the upload a blob. */
    Response finish(Digest digest) throws IOException {
        if (!upload.finish(digest)) {
            throw Refusal.of(400, ErrorCode.DIGEST_INVALID, "the bytes do not have " + digest);
        }
        return UploadLocations.created(upload.repository(), digest);
    }

    private static Refusal outOfOrder(Upload upload) {
        return UploadLocations.goOn(
                Refusal.of(416, ErrorCode.BLOB_UPLOAD_INVALID, "next is byte " + upload.size()), upload);
    }

    private static Refusal sizeInvalid(String range) {
        return Refusal.of(400, ErrorCode.SIZE_INVALID, "the body is not as long as " + range);
    }
}
