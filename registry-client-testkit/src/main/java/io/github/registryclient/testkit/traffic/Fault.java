package io.github.registryclient.testkit.traffic;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What goes wrong with an answer on its way: with the registry's own ({@link ScriptedRequest#letThroughBut}), or with a scripted
 * one ({@link ScriptedAnswer#but}). Immutable.
 *
 * <pre>{@code
 * registry.script().on(delete("/v2/**")).letThroughBut(cutBeforeHead(Ending.RESET)); // deleted, and nobody hears of it
 * }</pre>
 *
 * <p>Delays end when the registry is closed. After every lie about the framing the connection is closed, since nobody could find
 * the next answer. What makes no sense, such as a negative delay, is refused at once, and what HTTP
 * does not allow, such as a header with a line break, where it is scripted.
 */
public final class Fault {
    private static final String DIGEST = "Docker-Content-Digest";
    private static final String NOBODYS_DIGEST = "sha256:" + "0".repeat(64);

    private final String text;
    private final Consumer<? super Tampering> effect;

    private Fault(String text, Consumer<? super Tampering> effect) {
        this.text = text;
        this.effect = effect;
    }

    /**
     * A fault of one's own.
     *
     * @param text what it is called in messages, such as {@code delayed by 2s}
     * @param effect what it does to an answer; called on several threads at once, and once for trial when it is scripted, on an
     *     empty answer that is not sent
     * @return a new fault
     */
    public static Fault of(String text, Consumer<? super Tampering> effect) {
        return new Fault(text, effect);
    }

    /**
     * The answer comes late.
     *
     * @param pause 0 or more, before the first byte; interim answers are sent before that
     * @return a new fault
     * @throws IllegalArgumentException if it is negative
     */
    public static Fault delayBefore(Duration pause) {
        requirePause(pause);
        return of("delayed by " + text(pause), answer -> answer.delayBefore(pause));
    }

    /**
     * The answer gets stuck for a while.
     *
     * @param bytes of the body that are sent before, 0 or more; with 0 the head is sent and the body waits
     * @param pause how long, 0 or more
     * @return a new fault
     * @throws IllegalArgumentException if a number or the time is negative
     */
    public static Fault delayAfter(long bytes, Duration pause) {
        requireAtLeast(0, bytes);
        requirePause(pause);
        return of(
                "delayed by " + text(pause) + " after " + bytes + " bytes of the body",
                answer -> answer.delayAfter(bytes, pause));
    }

    /**
     * The body comes drop by drop.
     *
     * @param bytes of the body between two pauses, 1 or more
     * @param pause how long, 0 or more
     * @return a new fault
     * @throws IllegalArgumentException if the number is less or the time negative
     */
    public static Fault delayEvery(long bytes, Duration pause) {
        requireAtLeast(1, bytes);
        requirePause(pause);
        return of(
                "delayed by " + text(pause) + " every " + bytes + " bytes of the body",
                answer -> answer.delayEvery(bytes, pause));
    }

    /**
     * Nothing comes.
     *
     * @param ending what the client sees instead
     * @return a new fault
     */
    public static Fault cutBeforeHead(Ending ending) {
        return of("cut before the head (" + ending + ")", answer -> answer.cutInHead(0, ending));
    }

    /**
     * The head comes in part.
     *
     * @param bytes of the head, 0 or more, status line included; a head that has fewer is sent whole, without the body
     * @param ending what the client sees then
     * @return a new fault
     * @throws IllegalArgumentException if the number is negative
     */
    public static Fault cutInHead(long bytes, Ending ending) {
        requireAtLeast(0, bytes);
        return of(
                "cut after " + bytes + " bytes of the head (" + ending + ")",
                answer -> answer.cutInHead(bytes, ending));
    }

    /**
     * The body comes in part.
     *
     * @param bytes of the body, 0 or more; one that has fewer is sent whole, without the chunk that ends it
     * @param ending what the client sees then
     * @return a new fault
     * @throws IllegalArgumentException if the number is negative
     */
    public static Fault cutAfter(long bytes, Ending ending) {
        requireAtLeast(0, bytes);
        return of(
                "cut after " + bytes + " bytes of the body (" + ending + ")", answer -> answer.cutAfter(bytes, ending));
    }

    /**
     * The connection ends unannounced after the whole answer, so that the next request on it fails.
     *
     * @param ending what the client sees then
     * @return a new fault
     */
    public static Fault cutAtEnd(Ending ending) {
        return of("cut at the end (" + ending + ")", answer -> answer.cutAtEnd(ending));
    }

    /**
     * The length is wrong: the body is sent as it is, too short or too long.
     *
     * @param length 0 or more
     * @return a new fault
     * @throws IllegalArgumentException if it is negative
     */
    public static Fault contentLength(long length) {
        requireAtLeast(0, length);
        return of("with Content-Length " + length, answer -> answer.contentLength(length));
    }

    /**
     * The body comes in chunks though its length is known. No lie, but unusual.
     *
     * @return a new fault
     */
    public static Fault chunked() {
        return of("in chunks", Tampering::chunked);
    }

    /**
     * No length is stated; the end of the connection is the end of the body.
     *
     * @return a new fault
     */
    public static Fault untilClose() {
        return of("without a length", Tampering::untilClose);
    }

    /**
     * The head is something else. The body follows as it is, not framed, even where HTTP has none.
     *
     * @param head sent in ISO 8859-1, with {@code \r\n} where it has them; the empty line at the end is part of it
     * @return a new fault
     */
    public static Fault rawHead(String head) {
        byte[] bytes = head.getBytes(ISO_8859_1);
        return of("with a raw head", answer -> answer.rawHead(bytes));
    }

    /**
     * An interim answer comes first, such as 103. HTTP/1.0 clients do not get it.
     *
     * @param answer its status is 100 to 199 unless it is to be a lie; only status and headers are sent
     * @return a new fault
     */
    public static Fault interim(ScriptedAnswer answer) {
        return of(answer + " first", response -> response.interim(answer));
    }

    /**
     * A header has another value, and only that one. {@code Content-Length} is changed by {@link #contentLength}.
     *
     * @param name its name
     * @param value what it says
     * @return a new fault
     */
    public static Fault header(String name, String value) {
        return of("with header " + name + ": " + Secrets.header(name, value), answer -> {
            answer.removeHeader(name);
            answer.addHeader(name, value);
        });
    }

    /**
     * A header comes once more.
     *
     * @param name its name
     * @param value what it says
     * @return a new fault
     */
    public static Fault addHeader(String name, String value) {
        return of(
                "with one more header " + name + ": " + Secrets.header(name, value),
                answer -> answer.addHeader(name, value));
    }

    /**
     * A header is missing.
     *
     * @param name its name
     * @return a new fault
     */
    public static Fault withoutHeader(String name) {
        return of("without header " + name, answer -> answer.removeHeader(name));
    }

    /**
     * A line of the head is no header, or none that HTTP allows.
     *
     * @param line sent in ISO 8859-1; a line break follows
     * @return a new fault
     */
    public static Fault rawHeader(String line) {
        byte[] bytes = line.getBytes(ISO_8859_1);
        return of("with a raw header", answer -> answer.rawHeader(bytes));
    }

    /**
     * {@code Docker-Content-Digest} names other content: its last character is another one. Where there is no such header, one
     * is added.
     *
     * @return a new fault
     */
    public static Fault wrongDigest() {
        return of("with a wrong " + DIGEST, answer -> {
            String[] wrong = {NOBODYS_DIGEST};
            answer.changeHeader(DIGEST, value -> wrong[0] = otherDigest(value));
            answer.removeHeader(DIGEST);
            answer.addHeader(DIGEST, wrong[0]);
        });
    }

    private static String otherDigest(String digest) {
        return digest.isEmpty()
                ? NOBODYS_DIGEST
                : digest.substring(0, digest.length() - 1) + (digest.endsWith("0") ? '1' : '0');
    }

    /**
     * The body is not what the headers say of it: one bit in its middle is another one. An empty body stays empty.
     *
     * @return a new fault
     */
    public static Fault alteredBody() {
        return alteredBody(bytes -> {
            if (bytes.length > 0) {
                bytes[bytes.length / 2] ^= 1;
            }
            return bytes;
        });
    }

    /**
     * The body is not what the headers say of it; only {@code Content-Length} follows.
     *
     * @param change gives other bytes; may change the array that it gets
     * @return a new fault
     */
    public static Fault alteredBody(UnaryOperator<byte[]> change) {
        return of("with an altered body", answer -> answer.changeBody(change));
    }

    /**
     * Both faults, this one first.
     *
     * @param other what else goes wrong
     * @return a new fault
     */
    public Fault and(Fault other) {
        return of(text + ", " + other.text, answer -> {
            effect.accept(answer);
            other.effect.accept(answer);
        });
    }

    /**
     * Spoils an answer.
     *
     * @param answer is changed
     */
    public void applyTo(Tampering answer) {
        effect.accept(answer);
    }

    private static void requireAtLeast(int least, long bytes) {
        if (bytes < least) {
            throw new IllegalArgumentException(least + " bytes or more, not " + bytes);
        }
    }

    private static void requirePause(Duration pause) {
        if (pause.isNegative()) {
            throw new IllegalArgumentException("a pause takes no negative time: " + pause);
        }
    }

    private static String text(Duration pause) {
        return pause.toString().replaceFirst("^PT?", "").toLowerCase(java.util.Locale.ROOT);
    }

    /**
     * The fault in words.
     *
     * @return such as {@code delayed by 2s, cut before the head (RESET)}
     */
    @Override
    public String toString() {
        return text;
    }
}
