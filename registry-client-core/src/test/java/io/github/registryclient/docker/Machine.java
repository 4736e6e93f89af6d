package io.github.registryclient.docker;

import io.github.registryclient.auth.Credentials;
import io.github.registryclient.name.RepositoryName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A machine below a temporary folder: home, variables, programs and time as a test sets them, nothing of the real one. */
final class Machine {
    private final Path root;
    private final Map<String, String> variables = new HashMap<>();
    private Environment.Family family = Environment.Family.LINUX;
    private Duration patience = Duration.ofSeconds(60);
    final Hands clock = new Hands();

    Machine(Path root) {
        this.root = root;
        variables.put("HOME", path("home/alice").toString());
    }

    Path path(String relative) {
        return root.resolve(relative);
    }

    Machine family(Environment.Family other) {
        family = other;
        return this;
    }

    Machine patience(Duration limit) {
        patience = limit;
        return this;
    }

    Machine set(String name, String value) {
        variables.put(name, value);
        return this;
    }

    Machine unset(String name) {
        variables.remove(name);
        return this;
    }

    Machine file(String relative, String text) {
        try {
            Files.createDirectories(path(relative).getParent());
            Files.writeString(path(relative), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** A file with these {@code auths}, as {@code docker login} writes them: host, then {@code user:password}. */
    Machine logins(String relative, String... hostsAndPairs) {
        return file(relative, auths(hostsAndPairs));
    }

    static String auths(String... hostsAndPairs) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < hostsAndPairs.length; i += 2) {
            text.append(i == 0 ? "" : ",")
                    .append("\n\t\t\"")
                    .append(hostsAndPairs[i])
                    .append("\": {\n\t\t\t\"auth\": \"")
                    .append(base64(hostsAndPairs[i + 1]))
                    .append("\"\n\t\t}");
        }
        return "{\n\t\"auths\": {" + text + "\n\t}\n}";
    }

    static String base64(String pair) {
        return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** A credential helper that is a shell script; {@code PATH} then has the programs of a shell too. */
    Machine helper(String name, String script) {
        file("bin/docker-credential-" + name, "#!/bin/sh\n" + script + "\n");
        variables.put("PATH", path("bin") + ":/usr/bin:/bin");
        try {
            Files.setPosixFilePermissions(
                    path("bin/docker-credential-" + name), PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Environment environment() {
        return new Environment(family, variables, null, path("run"), 1000, clock);
    }

    DockerCredentials search(Function<SearchOrder, List<Place>> order) {
        return new DockerCredentials(environment(), order, patience);
    }

    DockerCredentials ofThisUser() {
        return search(SearchOrder::ofThisUser);
    }

    DockerCredentials ofDocker() {
        return search(SearchOrder::ofDocker);
    }

    DockerCredentials ofPodman() {
        return search(SearchOrder::ofPodman);
    }

    /** What a search finds, as {@code user:password}, so that a test says all of it in a line; {@code -} for none. */
    static String ask(DockerCredentials search, String host) {
        return shown(search.credentials(host, Optional.empty()));
    }

    static String ask(DockerCredentials search, String host, String repository) {
        return shown(search.credentials(host, Optional.of(RepositoryName.of(repository))));
    }

    static String shown(Credentials credentials) {
        switch (credentials.kind()) {
            case BASIC:
                return credentials.username() + ":" + credentials.password();
            case IDENTITY_TOKEN:
                return "identity " + credentials.username() + ":" + credentials.token();
            case BEARER:
                return "bearer " + credentials.token();
            default:
                return "-";
        }
    }

    /** Time that passes when a test says so. */
    static final class Hands extends Clock {
        private volatile Instant now = Instant.parse("2026-11-24T12:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
