package io.github.registryclient.examples.snippets;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.auth.AuthRequest;
import io.github.registryclient.auth.AuthScheme;
import io.github.registryclient.http.HttpRegistryClient;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A gateway that wants every request signed: {@code WWW-Authenticate: Signed realm="…",nonce="…"}. */
public final class OwnAuthScheme {
    private OwnAuthScheme() {}

    /**
     * A client that signs its requests.
     *
     * @param url the registry's URL
     * @param keyId which key it is
     * @param key the key
     * @return a client, to be closed
     */
    public static RegistryClient connect(String url, String keyId, byte[] key) {
        // region own-scheme
        AuthScheme signed = new AuthScheme() {
            @Override
            public String name() {
                return "Signed"; // what WWW-Authenticate calls it
            }

            @Override
            public Optional<String> authorization(AuthRequest request) { // asked for every request
                String nonce = request.parameters().getOrDefault("nonce", "");
                String text = request.method() + " " + request.uri().getRawPath() + " " + nonce;
                return Optional.of("Signed key=\"" + keyId + "\",signature=\"" + hmac(key, text) + "\"");
            }
        };
        RegistryClient registry =
                HttpRegistryClient.builder(url).authScheme(signed).build();
        // endregion
        return registry;
    }

    private static String hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
