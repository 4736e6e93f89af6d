package io.github.registryclient.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Makes the JDK's own trust managers of certificates. */
final class Trust {
    private Trust() {}

    /** The given ones, together with those that this JVM trusts anyway; one manager for all, which finds any path. */
    static TrustManager[] besidesTheJvms(Collection<X509Certificate> given) throws GeneralSecurityException {
        Set<X509Certificate> all = new LinkedHashSet<>(given);
        for (TrustManager manager : managers(null)) {
            if (manager instanceof X509TrustManager) {
                all.addAll(Arrays.asList(((X509TrustManager) manager).getAcceptedIssuers()));
            }
        }
        return only(all);
    }

    static TrustManager[] only(Collection<X509Certificate> given) throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try {
            store.load(null, null);
        } catch (IOException e) {
            throw new IllegalStateException("an empty store is not read from anywhere", e);
        }
        List<X509Certificate> numbered = new ArrayList<>(given);
        for (int i = 0; i < numbered.size(); i++) {
            store.setCertificateEntry(String.valueOf(i), numbered.get(i));
        }
        return managers(store);
    }

    private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }
}
