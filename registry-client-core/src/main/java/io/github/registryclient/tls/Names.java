package io.github.registryclient.tls;

import io.github.registryclient.internal.Excerpt;
import java.security.cert.X509Certificate;

/** What certificates are called in messages. */
final class Names {
    private Names() {}

    static String of(X509Certificate certificate) {
        return Excerpt.of(certificate.getSubjectX500Principal().getName());
    }
}
