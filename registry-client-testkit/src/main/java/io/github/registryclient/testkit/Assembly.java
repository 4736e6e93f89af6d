package io.github.registryclient.testkit;

import io.github.registryclient.testkit.http.Handler;
import io.github.registryclient.testkit.http.HttpServerOptions;
import io.github.registryclient.testkit.manner.Manners;
import io.github.registryclient.testkit.registry.Settings;
import io.github.registryclient.testkit.registry.admission.Admission;
import io.github.registryclient.testkit.registry.manner.Mannered;
import io.github.registryclient.testkit.registry.store.Store;
import io.github.registryclient.testkit.registry.switches.Redirects;
import io.github.registryclient.testkit.registry.switches.Switches;
import io.github.registryclient.testkit.registry.switches.Warnings;
import io.github.registryclient.testkit.tls.ServerTls;
import io.github.registryclient.testkit.traffic.wire.Failures;
import io.github.registryclient.testkit.traffic.wire.FinalReport;
import io.github.registryclient.testkit.traffic.wire.Play;
import io.github.registryclient.testkit.traffic.wire.Recorder;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Puts one embedded registry together: the layers that a request goes through, and how the server listens. */
final class Assembly {
    private final Settings settings;
    private final Manners manners;
    private final Switches switches;
    private final Redirects redirects;
    private final Warnings warnings;
    private final Recorder recorder;
    private final Play script;
    private final Admission admission;
    private final Optional<ServerTls> tls;
    private final Clock clock;
    private final Failures failures = new Failures();

    Assembly(
            Settings settings,
            Manners manners,
            Switches switches,
            Redirects redirects,
            Warnings warnings,
            Recorder recorder,
            Play script,
            EntranceSetup entrance,
            Clock clock) {
        this.settings = settings;
        this.manners = manners;
        this.switches = switches;
        this.redirects = redirects;
        this.warnings = warnings;
        this.recorder = recorder;
        this.script = script;
        this.admission = entrance.admission();
        this.tls = entrance.tls();
        this.clock = clock;
    }

    Recorder recorder() {
        return recorder;
    }

    Switches switches() {
        return switches;
    }

    Warnings warnings() {
        return warnings;
    }

    Play script() {
        return script;
    }

    /** The end of a request's way: what the spec says, as a known server has it. */
    Mannered registry(Store store) {
        return Mannered.of(store, settings, manners);
    }

    /** The way there, from the outside. */
    Handler around(Mannered registry) {
        List<UnaryOperator<Handler>> layers = List.of(
                recorder::around, // everything that came
                script::around, // faults and expectations
                warnings::around, // what it says with every answer of its own
                inner -> admission.around(inner, manners), // who may do what
                inner -> switches.around(inner, manners), // what is not switched off
                redirects::around); // what is served here
        return around(layers, registry);
    }

    HttpServerOptions serverOptions() {
        HttpServerOptions options = tls.map(
                        how -> HttpServerOptions.defaults().tls(how.context(), how.isClientCertificateRequired()))
                .orElseGet(HttpServerOptions::defaults);
        return options.acceptDelay(script::acceptDelay)
                .readDelay(script::readDelay)
                .clock(clock)
                .onFailure(failures::add);
    }

    String scheme() {
        return tls.isPresent() ? "https" : "http";
    }

    /** What a test is to fail with in the end. */
    Optional<AssertionError> verdict() {
        return FinalReport.of(script, failures, recorder.log());
    }

    private static Handler around(List<UnaryOperator<Handler>> outermostFirst, Handler innermost) {
        Handler handler = innermost;
        for (int i = outermostFirst.size() - 1; i >= 0; i--) {
            handler = outermostFirst.get(i).apply(handler);
        }
        return handler;
    }
}
