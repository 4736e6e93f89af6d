package io.github.registryclient.testkit.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Key stores and contexts of JSSE. */
final class Contexts {
    private static final String ENTRY = "testkit";

    private Contexts() {}

    static KeyStore trusting(X509Certificate authority) {
        try {
            KeyStore store = emptyStore();
            store.setCertificateEntry(ENTRY, authority);
            return store;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyStore holding(PrivateKey key, char[] password, Certificate... chain) {
        try {
            KeyStore store = emptyStore();
            store.setKeyEntry(ENTRY, key, password, chain);
            return store;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore emptyStore() throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            return store;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static SSLContext of(KeyStore trusted, @Nullable IssuedCertificate own) {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(own == null ? new KeyManager[0] : keys(own), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK makes no context", e);
        }
    }

    private static KeyManager[] keys(IssuedCertificate own) throws GeneralSecurityException {
        char[] password = new char[0];
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own.keyStore(password), password);
        return keys.getKeyManagers();
    }
}
