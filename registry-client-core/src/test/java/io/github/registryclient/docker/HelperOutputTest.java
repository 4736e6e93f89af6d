package io.github.registryclient.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a helper says when it fails is shown, but for what could be a secret. */
class HelperOutputTest {
    private static String said(String out, String err) {
        return new HelperOutput(1, out.getBytes(StandardCharsets.UTF_8), err.getBytes(StandardCharsets.UTF_8)).said();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "gpg: decryption failed: No secret key                  | gpg: decryption failed: No secret key",
                "exit status 1: the keychain is locked                  | exit status 1: the keychain is locked",
                "error getting credentials - err: exit status 2         | error getting credentials - err: exit status 2",
                "password: swordfish                                    | password: …",
                "Password=swordfish, then more                          | Password=… then more",
                "'refresh_token=\"sword fish\" for bob'                 | refresh_token=… for bob",
                "'odd {\"Secret\": \"sword fish\"} odd'                 | odd {…",
                "'refused \"Secret\": \"sword fish\" there'             | 'refused \"Secret\": … there'",
                "api-key : swordfish                                    | api-key : …",
                "Authorization: Basic YWxpY2U6c3dvcmRmaXNo              | Authorization: Basic …",
                "GET https://x.test/token?sig=abc&a=b failed            | GET https://x.test/token?sig=…&a=… failed",
                "token eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln expired | token … expired",
                "ghp_16C7e42F292c6912E7710c838347Ae178B4a is bad        | … is bad",
                "AKIAIOSFODNN7EXAMPLE+wJalrXUtnFEMI/K7MDENG             | …",
                "cannot reach https://bob:sword-fish@vault.example/x    | cannot reach https://…@vault.example/x",
                "cannot reach https://bob:sw@rd/fish@vault.example/x    | cannot reach https://…@vault.example/x",
                "no token for https://sword-fish@vault.example          | no token for https://…@vault.example",
                "bob:sword-fish@vault.example: refused                  | …@vault.example: refused",
                "<Secret>sword fish</Secret> refused                    | <Secret>…</Secret> refused",
                "<a:sessionToken x=\"1\">sword fish</a:sessionToken>    | <a:sessionToken x=\"1\">…</a:sessionToken>",
                "error: pw=sword-fish, pwd: sword, pass='sword fish'    | error: pw=… pwd: … pass=…",
                "403 with header X-Vault, bearer sword-fish refused     | 403 with header X-Vault, bearer … refused",
                "'Secret\n:\n    sword-fish'                            | Secret :     …",
                "authorization: apikey sword-fish                       | authorization: …",
                "authorization=sword-fish of bob                        | authorization=…",
                "/home/alice/.docker/config.json not found              | /home/alice/.docker/config.json not found",
            })
    void secrets_are_cut_out(String text, String shown) {
        assertThat(said(text, "")).isEqualTo(shown);
        assertThat(said("", text)).isEqualTo(shown);
    }

    @Test
    void an_answer_is_never_shown() {
        assertThat(said(" {\"Secret\":\"swordfish\"}", "why")).isEqualTo("why");
        assertThat(said("{broken swordfish", "")).isEqualTo("it did not say why");
    }

    @Test
    void it_is_short_and_on_one_line() {
        assertThat(said("a\nb\u001b[2J\u202e" + "x ".repeat(10_000), ""))
                .hasSizeLessThan(500)
                .matches("[^\\p{Cc}\\p{Cf}]+");
    }
}
