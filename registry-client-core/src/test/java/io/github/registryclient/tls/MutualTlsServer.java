package io.github.registryclient.tls;

import static io.github.registryclient.http.server.Samples.sha256;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** Talks to nobody who has no certificate of the test authority, remembers who it was, and has a digest for every name. */
final class MutualTlsServer implements AutoCloseable {
    static final String DIGEST = sha256("mutual");

    private final SSLServerSocket listener;
    private final List<String> clients = new CopyOnWriteArrayList<>();

    MutualTlsServer(String protocol) {
        try {
            listener = (SSLServerSocket)
                    context().getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        listener.setNeedClientAuth(true);
        listener.setEnabledProtocols(new String[] {protocol});
        Thread thread = new Thread(this::accept, "mutual-tls-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** Without the JVM's key store types of other vendors: made with OpenSSL, read by the JDK. */
    private static SSLContext context() {
        try {
            KeyStore own = KeyStore.getInstance("PKCS12");
            own.load(Fixture.class.getResourceAsStream("server.p12"), Fixture.password());
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own, Fixture.password());
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "root", own.getCertificateChain(own.aliases().nextElement())[1]);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    String url() {
        return "https://127.0.0.1:" + listener.getLocalPort();
    }

    /** The subjects of those who were let in. */
    List<String> clients() {
        return clients;
    }

    private void accept() {
        try {
            while (true) {
                serve(listener.accept());
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            clients.add(((SSLSocket) socket).getSession().getPeerPrincipal().getName());
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {}
            socket.getOutputStream()
                    .write(("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 6\r\n"
                                    + "Content-Type: application/vnd.oci.image.manifest.v1+json\r\n"
                                    + "Docker-Content-Digest: " + DIGEST + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        } catch (IOException refused) {
            // nobody that it knows
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
