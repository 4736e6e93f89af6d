package io.github.registryclient.tests.proxy;

import io.github.registryclient.error.RegistryException;
import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.HttpRegistryClientBuilder;
import io.github.registryclient.http.ProxySettings;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * What tests run in a JVM of its own, as the JDK reads once in the life of a JVM whether Basic may open tunnels. Says the tags
 * of {@code team/app}, or what went wrong.
 */
final class ListTagsThroughProxy {
    private ListTagsThroughProxy() {}

    /** Runs it with an option of the JVM, and gives what it said. */
    static String inItsOwnJvm(String option, String url, int proxy, String username, String password, Path authority)
            throws Exception {
        List<String> command = new java.util.ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(option);
        command.add("-cp");
        command.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(ListTagsThroughProxy.class.getName());
        command.addAll(List.of(url, Integer.toString(proxy), username, password, authority.toString()));
        Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (InputStream said = child.getInputStream()) {
            return new String(said.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip();
        } finally {
            child.destroyForcibly();
        }
    }

    /** The registry's URL, the proxy's port, user name and password, and a file with the certificate to trust. */
    public static void main(String[] arguments) throws Exception {
        ProxySettings proxy = ProxySettings.of("127.0.0.1", Integer.parseInt(arguments[1]))
                .withCredentials(arguments[2], arguments[3]);
        HttpRegistryClientBuilder builder = HttpRegistryClient.builder(arguments[0])
                .proxy(proxy)
                .credentials("user", "pass")
                .sslContext(trusting(Path.of(arguments[4])));
        try (HttpRegistryClient client = builder.build()) {
            System.out.println(client.listTags("team/app").toList());
        } catch (RegistryException e) {
            System.out.println(e);
        }
    }

    private static SSLContext trusting(Path pem) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(pem)) {
            trusted.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
