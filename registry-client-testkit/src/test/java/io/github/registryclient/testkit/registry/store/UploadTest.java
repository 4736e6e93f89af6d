package io.github.registryclient.testkit.registry.store;

import static io.github.registryclient.testkit.registry.store.StoreFixture.name;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.name.Digest;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UploadTest {
    private Store store;
    private Upload upload;

    @BeforeEach
    void start() throws IOException {
        store = Store.open(new MemoryStorage());
        upload = store.uploads().start(name("a"));
    }

    @Test
    void bytes_that_came_before_a_body_broke_off_stay() throws IOException {
        InputStream broken = new SequenceInputStream(bytes("he"), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new EOFException("cut");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                throw new EOFException("cut");
            }
        });

        assertThatThrownBy(() -> upload.append(0, broken, Long.MAX_VALUE)).isInstanceOf(EOFException.class);

        assertThat(upload.size()).isEqualTo(2);
        assertThat(upload.append(2, bytes("llo"), Long.MAX_VALUE)).isEqualTo(3);
        assertThat(upload.finish(Digest.sha256("hello".getBytes(UTF_8)))).isTrue();
    }

    @Test
    void who_adds_to_an_upload_waits_for_who_came_before() throws Exception {
        AtomicLong second = new AtomicLong();
        Thread other = new Thread(() -> {
            try {
                second.set(upload.append(0, bytes("later"), Long.MAX_VALUE));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        InputStream slow = new FilterInputStream(bytes("first")) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                if (other.getState() == Thread.State.NEW) {
                    other.start();
                    while (other.getState() != Thread.State.BLOCKED && other.getState() != Thread.State.TERMINATED) {
                        Thread.onSpinWait();
                    }
                }
                return super.read(buffer, offset, length);
            }
        };

        assertThat(upload.append(0, slow, Long.MAX_VALUE)).isEqualTo(5);
        other.join();

        assertThat(second).hasValue(-1);
        assertThat(upload.finish(Digest.sha256("first".getBytes(UTF_8)))).isTrue();
    }

    @Test
    void no_more_is_taken_than_allowed() throws IOException {
        InputStream body = bytes("hello");

        assertThat(upload.append(0, body, 2)).isEqualTo(2);

        assertThat(upload.size()).isEqualTo(2);
        assertThat(body.readAllBytes()).hasSize(3);
    }

    @Test
    void a_cancelled_upload_takes_nothing_and_leaves_nothing() throws IOException {
        upload.append(0, bytes("hello"), Long.MAX_VALUE);

        upload.cancel();

        assertThat(upload.isOpen()).isFalse();
        assertThat(upload.append(5, bytes("x"), 1)).isEqualTo(-1);
        assertThat(upload.finish(Digest.sha256("hello".getBytes(UTF_8)))).isFalse();
        assertThat(store.contents()).isEmpty();
        assertThat(store.uploads().find(name("a"), upload.id())).isEmpty();
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
