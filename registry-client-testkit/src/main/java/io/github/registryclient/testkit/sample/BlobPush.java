package io.github.registryclient.testkit.sample;

import io.github.registryclient.name.RepositoryName;
import java.net.URI;
import java.net.http.HttpResponse;

/** The push of one blob to one repository: mounted, or POST and PUT. */
final class BlobPush {
    private final PlainHttp http;
    private final String uploads;
    private final SampleBlob blob;

    BlobPush(PlainHttp http, RepositoryName repository, SampleBlob blob) {
        this.http = http;
        this.uploads = "/v2/" + repository + "/blobs/uploads/";
        this.blob = blob;
    }

    void upload() {
        finish(http.expect(202, http.request(uploads).POST(PlainHttp.body(new byte[0]))));
    }

    void mountFrom(RepositoryName home) {
        String query = "?mount=" + blob.digest() + "&from=" + home;
        HttpResponse<byte[]> answer = http.send(http.request(uploads + query).POST(PlainHttp.body(new byte[0])));
        if (answer.statusCode() != 201) {
            finish(http.check(202, answer)); // not mounted: the answer is an upload
        }
    }

    private void finish(HttpResponse<byte[]> started) {
        URI location = started.request()
                .uri()
                .resolve(started.headers().firstValue("Location").orElse(""));
        String separator = location.getRawQuery() == null ? "?" : "&";
        http.expect(
                201,
                http.request(URI.create(location + separator + "digest=" + blob.digest()))
                        .header("Content-Type", "application/octet-stream")
                        .PUT(PlainHttp.body(blob.bytes())));
    }
}
