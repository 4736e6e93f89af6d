package io.github.registryclient.testkit.tokenserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.contract.RealRegistries;
import io.github.registryclient.testkit.process.RegistryOptions;
import io.github.registryclient.testkit.process.RegistryProcess;
import io.github.registryclient.testkit.process.RegistryProgram;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealRegistryPasswordTest {
    /** Of {@code htpasswd -Bbn alice s3cret}. */
    private static final String HASH = "$2y$05$uwsF7RI/rJ6ya8qsVawbbuN1Z9g/zaItgEC46Dvkih/3kuj/OgFJy";

    @TempDir
    Path folder;

    @Test
    void an_embedded_registry_asks_for_passwords_as_a_real_one_does() throws Exception {
        Map<String, UnaryOperator<Call>> credentials = new LinkedHashMap<>();
        credentials.put("none", call -> call);
        credentials.put("the right password", call -> call.basic("alice", "s3cret"));
        credentials.put("a wrong password", call -> call.basic("alice", "wrong"));
        credentials.put("no user", call -> call.basic("bob", "s3cret"));
        credentials.put("a token", call -> call.bearer("x"));
        credentials.put("no base 64", call -> call.header("Authorization", "Basic %%%"));
        credentials.put("no colon", call -> call.header("Authorization", "Basic YWxpY2U="));
        credentials.put("another spelling", call -> call.header("Authorization", "bAsIc YWxpY2U6czNjcmV0"));
        Path users = Files.writeString(folder.resolve("users"), "alice:" + HASH + "\n");
        try (RegistryProcess real = RegistryProcess.start(
                        RealRegistries.assumePresent(RegistryProgram.DISTRIBUTION_2),
                        RegistryOptions.defaults().withHtpasswd(users));
                EmbeddedRegistry embedded =
                        EmbeddedRegistry.builder().htpasswd("alice", "s3cret").start()) {
            for (Map.Entry<String, UnaryOperator<Call>> entry : credentials.entrySet()) {
                assertThat(lines(embedded.uri(), entry.getValue()))
                        .as("with %s", entry.getKey())
                        .containsExactlyElementsOf(lines(real.uri(), entry.getValue()));
            }
        }
    }

    private static List<String> lines(URI registry, UnaryOperator<Call> credentials) throws Exception {
        List<String> lines = new ArrayList<>();
        for (String request : Asked.REQUESTS) {
            lines.add(Asked.line(registry, request, credentials));
        }
        return lines;
    }
}
