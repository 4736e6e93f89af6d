package io.github.registryclient.http.internal.transport;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.registryclient.error.DigestMismatchException;
import io.github.registryclient.error.InvalidResponseException;
import io.github.registryclient.error.MalformedDocumentException;
import io.github.registryclient.error.RateLimit;
import io.github.registryclient.http.internal.advice.Answer;
import io.github.registryclient.http.internal.advice.RateLimits;
import io.github.registryclient.http.internal.advice.RetryAfter;
import io.github.registryclient.http.internal.bytes.JsonText;
import io.github.registryclient.http.internal.bytes.SegmentedBytes;
import io.github.registryclient.http.internal.coding.ContentCoding;
import io.github.registryclient.name.Digest;
import io.github.registryclient.name.Reference;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An answer: status, headers, and a body that was read whole or is a stream. */
public final class Reply implements Answer {
    private final Request request;
    private final int status;
    private final HttpHeaders headers;
    private final ReplyBody body;
    private final Permission deletion;
    private final String account;
    private final long arrivedAtMillis;
    private final int nobodys;

    Reply(Request request, int status, HttpHeaders headers, ReplyBody body, long arrivedAtMillis) {
        this(request, status, headers, body, arrivedAtMillis, Permission.UNKNOWN, "", 0);
    }

    private Reply(
            Request request,
            int status,
            HttpHeaders headers,
            ReplyBody body,
            long arrivedAtMillis,
            Permission deletion,
            String account,
            int nobodys) {
        this.request = request;
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.arrivedAtMillis = arrivedAtMillis;
        this.deletion = deletion;
        this.account = account;
        this.nobodys = nobodys;
    }

    /**
     * The same answer, as one to the request without credentials; what tells of a failure does not quote them.
     *
     * @param original the request as it was before credentials were added
     * @return the answer to that
     */
    public Reply withoutSecrets(Request original) {
        boolean page = header("Content-Type")
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("text/html"))
                .isPresent();
        boolean content = original.isRead() && status >= 200 && status < 300 && !page;
        return new Reply(
                original.knowing(request.secrets()),
                status,
                headers,
                content ? body : body.redacted(request.secrets()),
                arrivedAtMillis,
                deletion,
                account,
                nobodys);
    }

    /**
     * The same answer, with what the token that the request carried says of deleting.
     *
     * @param permission whether this account may delete in the request's repository
     * @return the same answer with that
     */
    public Reply withDeletion(Permission permission) {
        return new Reply(request, status, headers, body, arrivedAtMillis, permission, account, nobodys);
    }

    /**
     * The same answer, with the account that it came for.
     *
     * @param name its name; empty for nobody, and where credentials have none
     * @return the same answer with that
     */
    public Reply withAccount(String name) {
        return new Reply(request, status, headers, body, arrivedAtMillis, deletion, name, nobodys);
    }

    /**
     * The account that it came for.
     *
     * @return its name; empty for nobody, and where credentials have none
     */
    public String account() {
        return account;
    }

    /**
     * What the token that the request carried says of deleting in its repository.
     *
     * @return unknown where there was no token, or it does not tell
     */
    public Permission deletion() {
        return deletion;
    }

    /**
     * A refusal of the credentials in the place of what nobody is told, which proves nothing of what they would be shown.
     *
     * @param nobodysStatus what was answered without credentials
     * @return an answer of status 401: this one if it is, else one without a body
     */
    public Reply unproven(int nobodysStatus) {
        ReplyBody said = status == 401 ? body : ReplyBody.empty();
        return new Reply(request, 401, headers, said, arrivedAtMillis, deletion, account, nobodysStatus);
    }

    /**
     * The status of the answer that a refusal of the credentials leaves in doubt.
     *
     * @return 0 if there is none
     */
    public int nobodysStatus() {
        return nobodys;
    }

    /**
     * The request it answers, without credentials, which after redirects is another one than was sent first.
     *
     * @return the request
     */
    public Request request() {
        return request;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Optional<String> header(String name) {
        return headers.firstValue(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    @Override
    public List<String> headers(String name) {
        return headers.allValues(name);
    }

    /**
     * Whether what its headers say of the body, its length for instance, is said of a coded one.
     *
     * @return true if it names a coding
     */
    public boolean isCoded() {
        return ContentCoding.isOn(headers);
    }

    /**
     * What it says of the limit for requests.
     *
     * @return empty if it says nothing
     */
    public Optional<RateLimit> rateLimit() {
        return RateLimits.of(this);
    }

    /**
     * How long it asks to wait, from when it came.
     *
     * @return at most a day; empty if it does not say
     */
    public Optional<Duration> retryAfter() {
        return RetryAfter.of(this, Instant.ofEpochMilli(arrivedAtMillis));
    }

    /**
     * The body, if it was read whole; of an error only its beginning.
     *
     * @return the bytes, empty for a stream
     */
    public SegmentedBytes body() {
        return body.bytes();
    }

    @Override
    public JsonNode json() {
        return JsonText.read(body());
    }

    /**
     * The body as a stream, if that was asked for and the status is 2xx.
     *
     * @return the stream, or null
     */
    public @Nullable BodyStream stream() {
        return body.stream();
    }

    @Override
    public String shown(String said) {
        return request.redacted(said);
    }

    /**
     * An answer that cannot be believed.
     *
     * @param what what is wrong with it, and what to do
     * @return the exception, to be thrown
     */
    public InvalidResponseException invalid(String what) {
        return request.invalidAnswer(what, null);
    }

    /**
     * An answer whose document cannot be read.
     *
     * @param malformed what is wrong with it
     * @return the exception, to be thrown
     */
    public InvalidResponseException invalid(MalformedDocumentException malformed) {
        return request.invalidAnswer(String.valueOf(malformed.getMessage()), malformed);
    }

    /**
     * An answer with another digest than it must have.
     *
     * @param expected what was asked for, or claimed
     * @param actual what it is
     * @return the exception, to be thrown
     */
    public DigestMismatchException mismatch(Reference expected, Digest actual) {
        return request.mismatch(expected, actual);
    }
}
