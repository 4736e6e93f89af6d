package io.github.registryclient.tests.traps;

import io.github.registryclient.http.HttpRegistryClient;
import io.github.registryclient.http.HttpRegistryClientBuilder;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.EmbeddedRegistry;
import io.github.registryclient.testkit.EmbeddedRegistryBuilder;
import io.github.registryclient.testkit.manner.Manner;
import io.github.registryclient.testkit.sample.RegistryFiller;
import io.github.registryclient.testkit.sample.SampleImages;
import io.github.registryclient.testkit.sample.SampleManifest;
import io.github.registryclient.testkit.sample.SampleRepository;
import io.github.registryclient.testkit.tokenserver.TokenServer;
import io.github.registryclient.testkit.tokenserver.TokenServerBuilder;
import io.github.registryclient.testkit.traffic.ScriptedAnswer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A registry with a trap, and our client before it, in a time that is played. */
abstract class Trap {
    static final RepositoryName APP = RepositoryName.of("team/app");
    static final RepositoryName OTHER = RepositoryName.of("team/other");
    static final String TAGS = "/v2/team/app/tags/list";
    static final String MANIFESTS = "/v2/team/app/manifests/";
    static final String USER = "alice";
    static final String PASSWORD = "5ecre7-al1ce";

    final SampleImages images = SampleImages.seeded(21);
    final SampleManifest image = images.image();
    final PlayedTime time = new PlayedTime();
    private final List<AutoCloseable> started = new ArrayList<>();

    @TempDir
    Path folder;

    EmbeddedRegistry registry;
    HttpRegistryClient client;
    TokenServer tokens;

    @AfterEach
    void stop() throws Exception {
        for (int i = started.size() - 1; i >= 0; i--) {
            started.get(i).close();
        }
    }

    <T extends AutoCloseable> T closedLater(T resource) {
        started.add(resource);
        return resource;
    }

    final void play(Manner... manners) {
        play(settings -> {
            for (Manner manner : manners) {
                settings.manner(manner);
            }
            return settings;
        });
    }

    final void play(UnaryOperator<EmbeddedRegistryBuilder> settings) {
        registry = closedLater(settings.apply(EmbeddedRegistry.builder()).start());
        client = closedLater(settings().build());
    }

    /** What was pushed before, behind a door: only tokens of the testkit's server open it. */
    final void playWithTokens(SampleRepository content, Manner... manners) {
        playWithTokens(content, TokenServer.builder().user(USER, PASSWORD).allow(USER, "repository:**:*"), manners);
    }

    final void playWithTokens(SampleRepository content, TokenServerBuilder server, Manner... manners) {
        try (EmbeddedRegistry open = EmbeddedRegistry.builder().folder(folder).start()) {
            RegistryFiller.of(open.uri()).push(content);
        }
        tokens = closedLater(server.clock(time).start());
        EmbeddedRegistryBuilder settings =
                EmbeddedRegistry.builder().folder(folder).tokenAuth(tokens);
        for (Manner manner : manners) {
            settings.manner(manner);
        }
        registry = closedLater(settings.start());
        client = closedLater(settings().credentials(USER, PASSWORD).build());
    }

    final HttpRegistryClientBuilder settings() {
        return HttpRegistryClient.builder(registry.uri().toString()).clock(time).pauses(time);
    }

    final void push(SampleRepository.Builder content) {
        RegistryFiller.of(registry.uri()).push(content.build());
        registry.clearRequests();
    }

    final void pushOneTag() {
        push(oneTag());
    }

    final SampleRepository.Builder oneTag() {
        return SampleRepository.named("team/app").tag("1", image);
    }

    static ScriptedAnswer status(int code) {
        return ScriptedAnswer.status(code);
    }

    /** A page of tags, with a next page if that is not empty. */
    static ScriptedAnswer page(String next, String... tags) {
        ScriptedAnswer page = status(200)
                .header("Content-Type", "application/json")
                .body("{\"name\":\"team/app\",\"tags\":[\"" + String.join("\",\"", tags) + "\"]}");
        return next.isEmpty() ? page : page.header("Link", "<" + next + ">; rel=\"next\"");
    }
}
