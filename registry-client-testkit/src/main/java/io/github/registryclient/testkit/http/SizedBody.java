package io.github.registryclient.testkit.http;

/** A body whose length was stated. */
final class SizedBody extends RequestBody {
    private long left;

    SizedBody(ConnectionInput in, long length) {
        super(in);
        this.left = length;
    }

    @Override
    long ready(ConnectionInput connection) {
        return left == 0 ? -1 : left;
    }

    @Override
    void consumed(int count) {
        left -= count;
    }

    @Override
    boolean ended() {
        return left == 0;
    }

    @Override
    boolean leaves(long bytes) {
        return left > bytes;
    }
}
