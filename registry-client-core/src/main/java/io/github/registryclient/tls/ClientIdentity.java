package io.github.registryclient.tls;

import io.github.registryclient.error.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A private key, the certificate that belongs to it, and those that vouch for that one. Never shows the key. */
final class ClientIdentity {
    /** How a key of a kind proves itself. RSA keys are compared instead: some may sign in one way only. */
    private static final Map<String, String> SIGNATURES =
            Map.of("EC", "SHA256withECDSA", "EdDSA", "EdDSA", "Ed25519", "Ed25519", "Ed448", "Ed448");

    private final PrivateKey key;
    private final List<X509Certificate> chain;

    private ClientIdentity(PrivateKey key, List<X509Certificate> chain) {
        this.key = key;
        this.chain = List.copyOf(chain);
    }

    /**
     * Finds the key's certificate, and puts the others in the order in which a server wants them; what does not lead on from
     * there is left out.
     *
     * @param names what the certificates and the key came from, for messages
     */
    static ClientIdentity of(PrivateKey key, List<X509Certificate> certificates, String names) {
        X509Certificate own = certificates.stream()
                .filter(certificate -> belongTogether(key, certificate.getPublicKey()))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(names + ": the private key does not belong to "
                        + (certificates.size() == 1
                                ? "the certificate of " + Names.of(certificates.get(0))
                                : "any of the " + certificates.size() + " certificates")
                        + ". Take the key with which the certificate was applied for"));
        List<X509Certificate> chain = new ArrayList<>(List.of(own));
        for (Optional<X509Certificate> next = issuer(own, certificates);
                next.isPresent() && !chain.contains(next.get());
                next = issuer(next.get(), certificates)) {
            chain.add(next.get());
        }
        return new ClientIdentity(key, chain);
    }

    private static Optional<X509Certificate> issuer(X509Certificate of, List<X509Certificate> among) {
        return among.stream()
                .filter(other -> other.getSubjectX500Principal().equals(of.getIssuerX500Principal()))
                .filter(other -> isSigned(of, other.getPublicKey()))
                .findFirst();
    }

    private static boolean isSigned(X509Certificate certificate, PublicKey by) {
        try {
            certificate.verify(by);
            return true;
        } catch (GeneralSecurityException | RuntimeException not) {
            return false;
        }
    }

    private static boolean belongTogether(PrivateKey key, PublicKey certified) {
        if (key instanceof RSAKey && certified instanceof RSAKey) {
            return ((RSAKey) key).getModulus().equals(((RSAKey) certified).getModulus());
        }
        String algorithm = SIGNATURES.get(key.getAlgorithm());
        if (algorithm == null || !key.getAlgorithm().equals(certified.getAlgorithm())) {
            return false;
        }
        byte[] message = "mine".getBytes(StandardCharsets.US_ASCII);
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(message);
            byte[] signed = signature.sign();
            signature.initVerify(certified);
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException | RuntimeException not) {
            return false;
        }
    }

    /** Whether it is of one of these kinds, and of one of these authorities; none given means any. */
    boolean suits(String[] kinds, Principal[] authorities) {
        return Arrays.asList(kinds).contains(chain.get(0).getPublicKey().getAlgorithm())
                && (authorities.length == 0
                        || chain.stream()
                                .anyMatch(certificate ->
                                        Arrays.asList(authorities).contains(certificate.getIssuerX500Principal())));
    }

    PrivateKey key() {
        return key;
    }

    /** The own certificate first. */
    List<X509Certificate> chain() {
        return chain;
    }

    /** Whose it is. */
    @Override
    public String toString() {
        return Names.of(chain.get(0));
    }
}
