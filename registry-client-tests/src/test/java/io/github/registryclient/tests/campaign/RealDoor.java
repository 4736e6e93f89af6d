package io.github.registryclient.tests.campaign;

import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.process.RegistryOptions;
import io.github.registryclient.testkit.process.RegistryProgram;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.tokenserver.TokenServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whom a real registry lets in: everybody, who knows the password, or who has a token of the testkit's server. */
final class RealDoor implements AutoCloseable {
    /** Of {@code htpasswd -nbB}, for the sentinel's account. */
    private static final String HASH = "$2y$05$qLnyccAAmTeXHIZewo4OK.sq36raxtoDm6k3YIn2hB5GkNZe9N7mi";

    private final Mixture.Account account;
    private final Optional<TokenServer> tokens;
    private final Path folder;
    private final RegistryOptions options;

    RealDoor(Mixture.Account account, RegistryProgram program) {
        this.account = account;
        tokens = account == Mixture.Account.TOKEN ? Optional.of(server()) : Optional.empty();
        try {
            folder = Files.createTempDirectory("campaign");
            options = options(program);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By the time of day, which a real registry goes by. */
    private static TokenServer server() {
        return TokenServer.builder()
                .user(Sentinel.USER, Sentinel.PASSWORD)
                .allow(Sentinel.USER, "repository:**:*")
                .allow(Sentinel.USER, "registry:catalog:*")
                .start();
    }

    private RegistryOptions options(RegistryProgram program) throws IOException {
        switch (account) {
            case BASIC:
                Path users = Files.writeString(folder.resolve("users"), Sentinel.USER + ":" + HASH + "\n");
                return RegistryOptions.defaults().withHtpasswd(users);
            case TOKEN:
                return RegistryOptions.defaults().withConfiguration(configuration(tokens.orElseThrow(), program));
            default:
                return RegistryOptions.defaults();
        }
    }

    private String configuration(TokenServer server, RegistryProgram program) throws IOException {
        String trust = program.name().equals(RegistryProgram.DISTRIBUTION_2)
                ? "rootcertbundle: " + Files.writeString(folder.resolve("token.crt"), server.certificatePem())
                : "jwks: " + Files.writeString(folder.resolve("jwks.json"), server.jwks());
        return String.join(
                "\n",
                "auth:",
                "  token:",
                "    realm: " + server.realm(),
                "    service: " + server.service(),
                "    issuer: " + server.issuer(),
                "    " + trust);
    }

    RegistryOptions options() {
        return options;
    }

    RegistryFiller filler(URI registry) {
        if (tokens.isPresent()) {
            return RegistryFiller.withTokens(registry, this::token);
        }
        return account == Mixture.Account.BASIC
                ? RegistryFiller.of(registry, Sentinel.USER, Sentinel.PASSWORD)
                : RegistryFiller.of(registry);
    }

    private String token(List<RepositoryName> names) {
        String[] scopes =
                names.stream().map(name -> "repository:" + name + ":*").toArray(String[]::new);
        return tokens.orElseThrow().token(Sentinel.USER, scopes);
    }

    /** What is sent with a request about a repository. */
    Optional<String> authorization(RepositoryName repository) {
        switch (account) {
            case BASIC:
                return Optional.of("Basic " + Sentinel.BASIC);
            case TOKEN:
                return Optional.of("Bearer " + token(List.of(repository)));
            default:
                return Optional.empty();
        }
    }

    @Override
    public void close() {
        tokens.ifPresent(TokenServer::close);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toArray(Path[]::new)) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
