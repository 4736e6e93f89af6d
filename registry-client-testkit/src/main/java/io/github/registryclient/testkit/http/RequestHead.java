package io.github.registryclient.testkit.http;

/** Everything before the body. Immutable. */
final class RequestHead {
    private final String method;
    private final Target target;
    private final boolean current;
    private final Fields fields;
    private final RequestFraming framing;

    /** @param current whether the client speaks HTTP/1.1 and not 1.0 */
    RequestHead(String method, Target target, boolean current, Fields fields, RequestFraming framing) {
        this.method = method;
        this.target = target;
        this.current = current;
        this.fields = fields;
        this.framing = framing;
    }

    RequestHead withTarget(Target other) {
        return new RequestHead(method, other, current, fields, framing);
    }

    RequestHead withFields(Fields others) {
        return new RequestHead(method, target, current, others, framing);
    }

    RequestHead withFraming(RequestFraming other) {
        return new RequestHead(method, target, current, fields, other);
    }

    String method() {
        return method;
    }

    Target target() {
        return target;
    }

    /** Whether the client speaks HTTP/1.1: knows chunks, interim answers, and connections that last. */
    boolean current() {
        return current;
    }

    Fields fields() {
        return fields;
    }

    RequestFraming framing() {
        return framing;
    }

    boolean isHead() {
        return method.equals("HEAD");
    }

    boolean wantsClose() {
        return !current || fields.tokens("Connection").contains("close");
    }

    boolean expectsContinue() {
        return current && fields.tokens("Expect").contains("100-continue");
    }
}
