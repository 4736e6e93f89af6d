package io.github.registryclient.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Reads the key and the certificates of a PKCS#12 file (RFC 7292) as the JDK does. */
final class Pkcs12 {
    private final Source source;

    private Pkcs12(Source source) {
        this.source = source;
    }

    /** The password is neither kept nor changed. */
    static ClientIdentity read(Source source, char[] password) {
        if (Pem.isIn(source)) {
            throw source.invalid("is PEM, not PKCS#12: give it with clientCertificate(certificate, key)");
        }
        char[] own = password.clone();
        try {
            return new Pkcs12(source).identity(own);
        } finally {
            Arrays.fill(own, '\0');
        }
    }

    private ClientIdentity identity(char[] password) {
        KeyStore store = open(password);
        List<String> keys = keys(store);
        if (keys.size() != 1) {
            throw source.invalid("has " + (keys.isEmpty() ? "no private key" : keys.size() + " private keys")
                    + ": expected one, with its certificate");
        }
        List<X509Certificate> chain = new ArrayList<>();
        for (Certificate certificate : chain(store, keys.get(0))) {
            if (certificate instanceof X509Certificate) {
                chain.add((X509Certificate) certificate);
            }
        }
        if (chain.isEmpty()) {
            throw source.invalid("has a private key, but not its certificate");
        }
        return ClientIdentity.of(key(store, keys.get(0), password), chain, source.name());
    }

    private KeyStore open(char[] password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(source.bytes()), password);
            return store;
        } catch (IOException | GeneralSecurityException | RuntimeException mayQuoteWhatItRead) {
            throw unreadable();
        }
    }

    private PrivateKey key(KeyStore store, String alias, char[] password) {
        Key key;
        try {
            key = store.getKey(alias, password);
        } catch (GeneralSecurityException | RuntimeException mayQuoteWhatItRead) {
            throw unreadable();
        }
        if (!(key instanceof PrivateKey)) {
            throw unreadable();
        }
        return (PrivateKey) key;
    }

    private RuntimeException unreadable() {
        return source.invalid("does not open with this password, is damaged, or has what this Java does not read;"
                + " openssl pkcs12 -info -noout -in " + source + " tells which");
    }

    private static List<String> keys(KeyStore store) {
        try {
            List<String> keys = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias)) {
                    keys.add(alias);
                }
            }
            return keys;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("it is loaded", e);
        }
    }

    private static Certificate[] chain(KeyStore store, String alias) {
        try {
            Certificate[] chain = store.getCertificateChain(alias);
            return chain == null ? new Certificate[0] : chain;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("it is loaded", e);
        }
    }
}
