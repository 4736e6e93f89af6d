package io.github.registryclient.tests.nginx;

import io.github.registryclient.testkit.process.RegistryOptions;
import io.github.registryclient.testkit.process.RegistryProgram;
import io.github.registryclient.testkit.tls.IssuedCertificate;
import io.github.registryclient.tls.TlsSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The contract on distribution 3.1 where only those come in who show a certificate; it lies in Docker's {@code certs.d}. */
class ClientCertificateContractTest extends NginxContract {
    @Override
    Upstream upstream(Path folder) {
        return Upstream.real(RegistryProgram.DISTRIBUTION_3, RegistryOptions.defaults(), folder);
    }

    @Override
    Site site(Site plain) {
        return plain.tls(authority.server().issue()).onlyClientsOf(authority);
    }

    @Override
    TlsSettings tls(URI registry, Path folder) throws IOException {
        IssuedCertificate own = authority.client("clean-up").issue();
        Path place = folder.resolve("certs.d");
        Path ofRegistry = Files.createDirectories(place.resolve(registry.getAuthority()));
        authority.writeCaPem(ofRegistry.resolve("ca.crt"));
        Files.writeString(ofRegistry.resolve("client.cert"), own.certificatePem());
        Files.writeString(ofRegistry.resolve("client.key"), own.privateKeyPem());
        return TlsSettings.builder().certificateFolders(List.of(place)).build();
    }
}
