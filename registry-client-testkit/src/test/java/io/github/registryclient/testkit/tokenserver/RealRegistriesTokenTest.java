package io.github.registryclient.testkit.tokenserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.name.Tag;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.MovableClock;
import io.github.registryclient.testkit.contract.RealRegistries;
import io.github.registryclient.testkit.process.RegistryOptions;
import io.github.registryclient.testkit.process.RegistryProcess;
import io.github.registryclient.testkit.process.RegistryProgram;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real registries believe the token server, and ask as the embedded registry does. */
class RealRegistriesTokenTest {
    private static final String EVERYTHING = "repository:a/b:pull,push,delete";

    @TempDir
    Path folder;

    private final MovableClock clock = MovableClock.at(Instant.now());
    private final TokenServer tokens = server().start();
    private final TokenServer foreign = server().start();

    @AfterEach
    void stop() {
        tokens.close();
        foreign.close();
    }

    private TokenServerBuilder server() {
        return TokenServer.builder()
                .user("alice", "secret")
                .allow("alice", "repository:a/*:pull,push,delete")
                .clock(clock);
    }

    @ParameterizedTest
    @ValueSource(strings = {RegistryProgram.DISTRIBUTION_2, RegistryProgram.DISTRIBUTION_3})
    void what_a_token_allows_is_done_and_nothing_else(String program) throws Exception {
        SampleManifest image = SampleImages.seeded(1).image();
        SampleRepository repository =
                SampleRepository.named("a/b").tag("x", image).build();
        try (RegistryProcess real = start(program)) {
            RegistryFiller all = filler(real, EVERYTHING);
            RegistryFiller reader = filler(real, "repository:a/b:pull");

            assertThatThrownBy(() -> reader.push(repository)).hasMessageContaining("status 401");
            all.push(repository);
            assertThat(reader.pulls(repository.name(), image)).isTrue();
            assertThat(filler(real, "repository:a/c:pull").hasManifest(repository.name(), Tag.of("x")))
                    .isFalse();
            assertThat(reader.deleteManifest(repository.name(), image.digest())).isEqualTo(401);
            assertThat(filler(real, "repository:a/b:pull,push").deleteManifest(repository.name(), image.digest()))
                    .isEqualTo(401);
            assertThat(filler(real, "repository:a/b:delete").deleteManifest(repository.name(), image.digest()))
                    .isEqualTo(202);
            assertThat(catalog(real, "registry:catalog:*")).isEqualTo(200);
            assertThat(catalog(real, EVERYTHING)).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {RegistryProgram.DISTRIBUTION_2, RegistryProgram.DISTRIBUTION_3})
    void an_embedded_registry_asks_and_refuses_as_a_real_one_does(String program) throws Exception {
        Map<String, UnaryOperator<Call>> credentials = new LinkedHashMap<>();
        credentials.put("none", call -> call);
        credentials.put("a password", call -> call.basic("alice", "secret"));
        credentials.put("no token", call -> call.bearer("x"));
        credentials.put("an expired token", bearer(expired()));
        credentials.put("a token of another key", bearer(foreign.token("alice", EVERYTHING)));
        credentials.put("a token for another service", bearer(forAnotherService()));
        credentials.put("a token for something else", bearer(tokens.token("alice", "repository:a/c:pull")));
        credentials.put("a token to pull", bearer(tokens.token("alice", "repository:a/b:pull")));
        credentials.put("a token for everything there", bearer(tokens.token("alice", EVERYTHING)));
        credentials.put("a token for any action", bearer(tokens.token("alice", "repository:a/b:*")));
        try (RegistryProcess real = start(program);
                EmbeddedRegistry embedded =
                        EmbeddedRegistry.builder().tokenAuth(tokens).start()) {
            for (Map.Entry<String, UnaryOperator<Call>> entry : credentials.entrySet()) {
                assertThat(lines(embedded.uri(), entry.getValue()))
                        .as("with %s", entry.getKey())
                        .containsExactlyElementsOf(lines(real.uri(), entry.getValue()));
            }
        }
    }

    /** Older than the minute that distribution tolerates. */
    private String expired() {
        clock.move(Duration.ofMinutes(-7));
        try {
            return tokens.token("alice", EVERYTHING);
        } finally {
            clock.move(Duration.ofMinutes(7));
        }
    }

    private String forAnotherService() throws Exception {
        String answer = Call.get(URI.create(tokens.realm() + "?service=other&scope=repository:a/b:pull,push,delete"))
                .basic("alice", "secret")
                .send()
                .body();
        return answer.replaceAll(".*\"token\":\"([^\"]*)\".*", "$1");
    }

    private static UnaryOperator<Call> bearer(String token) {
        return call -> call.bearer(token);
    }

    private static List<String> lines(URI registry, UnaryOperator<Call> credentials) throws Exception {
        List<String> lines = new ArrayList<>();
        for (String request : Asked.REQUESTS) {
            lines.add(Asked.line(registry, request, credentials));
        }
        return lines;
    }

    private RegistryFiller filler(RegistryProcess real, String scope) {
        return RegistryFiller.withToken(real.uri(), tokens.token("alice", scope));
    }

    private int catalog(RegistryProcess real, String scope) throws Exception {
        return Call.get(real.uri().resolve("/v2/_catalog"))
                .bearer(tokens.token("alice", scope))
                .status();
    }

    private RegistryProcess start(String program) throws IOException {
        Path certificate = Files.writeString(folder.resolve("key.pem"), tokens.certificatePem());
        Path keys = Files.writeString(folder.resolve("jwks.json"), tokens.jwks());
        boolean old = program.equals(RegistryProgram.DISTRIBUTION_2);
        String configuration = String.join(
                "\n",
                "auth:",
                "  token:",
                "    realm: " + tokens.realm(),
                "    service: " + tokens.service(),
                "    issuer: " + tokens.issuer(),
                old ? "    rootcertbundle: '" + certificate + "'" : "    jwks: '" + keys + "'");
        return RegistryProcess.start(
                RealRegistries.assumePresent(program),
                RegistryOptions.defaults().withConfiguration(configuration));
    }
}
