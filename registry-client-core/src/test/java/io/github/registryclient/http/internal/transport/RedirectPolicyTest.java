package io.github.registryclient.http.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.error.RedirectRefusedException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a redirect may lead. */
class RedirectPolicyTest {
    private final RedirectPolicy policy = new RedirectPolicy(false);

    private static Request from(String uri) {
        return Request.builder("GET", URI.create(uri)).build();
    }

    @ParameterizedTest
    @CsvSource({
        "https://r.example/v2/a, /x, https://r.example/x",
        "https://r.example/v2/a, x?y=%2f, https://r.example/v2/x?y=%2f",
        "https://r.example/v2/a?q=1, ?y=1, https://r.example/v2/a?y=1",
        "https://r.example/v2/a?q=1, #top, https://r.example/v2/a?q=1",
        "https://r.example/v2/a, //s.example/b, https://s.example/b",
        "https://r.example/v2/a, HTTPS://S.example:8443/b, HTTPS://S.example:8443/b",
        "http://r.example/v2/a, https://r.example/v2/a, https://r.example/v2/a",
        "http://10.0.0.1/a, http://10.0.0.2/b, http://10.0.0.2/b",
        "http://localhost:5000/a, http://127.0.0.1:9000/b, http://127.0.0.1:9000/b",
    })
    void an_acceptable_target_is_resolved(String from, String location, String target) {
        assertThat(policy.target(from(from), location)).hasToString(target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://r.example/v2/", "http://localhost/", "HTTP://r.example/"})
    void https_never_leads_to_plain_http(String location) {
        assertThatThrownBy(() -> policy.target(from("https://r.example/v2/a"), location))
                .isInstanceOf(RedirectRefusedException.class)
                .hasMessageContaining("plain http");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://localhost/",
                "https://a.localhost/",
                "https://169.254.169.254/latest/meta-data",
                "https://10.1.2.3/",
                "https://192.168.0.1/",
                "https://172.16.0.1/",
                "https://0.0.0.0/",
                "https://[::1]/",
                "https://[fe80::1]/",
                "https://[fd00::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://2130706433:5000/",
                "https://0:5000/",
                "https://0x7f000001/",
                "https://0X7F000001/",
                "https://0177.0.0.1/",
                "https://localhost./",
                "https://100.64.0.1/",
                "https://[64:ff9b::7f00:1]/",
                "https://[fe80::1%25eth0]/",
            })
    void a_public_registry_does_not_lead_into_private_networks(String location) {
        assertThatThrownBy(() -> policy.target(from("https://r.example/v2/a"), location))
                .isInstanceOf(RedirectRefusedException.class)
                .hasMessageContaining("private network");
        assertThat(new RedirectPolicy(true).target(from("https://r.example/v2/a"), location))
                .hasToString(location);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"file:///etc/passwd", "ftp://s.example/", "jar:https://s.example!/", "https:/x", "http:x", ""})
    void other_schemes_and_nonsense_are_refused(String location) {
        assertThatThrownBy(() -> policy.target(from("https://r.example/v2/a"), location))
                .isInstanceOf(RedirectRefusedException.class);
    }

    @Test
    void a_host_that_the_jdk_does_not_take_is_explained() {
        assertThatThrownBy(() -> policy.target(from("http://r.example/v2/a"), "http://my_minio:9000/b?sig=5ecre7"))
                .isInstanceOf(RedirectRefusedException.class)
                .hasMessageContaining("underscore")
                .hasMessageNotContaining("5ecre7");
    }

    @Test
    void user_information_is_refused_and_not_shown() {
        assertThatThrownBy(() -> policy.target(from("https://r.example/v2/a"), "https://me:5ecre7@s.example/b"))
                .isInstanceOf(RedirectRefusedException.class)
                .hasMessageNotContaining("5ecre7");
    }
}
