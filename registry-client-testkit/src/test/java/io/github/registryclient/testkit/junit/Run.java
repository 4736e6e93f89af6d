package io.github.registryclient.testkit.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A class of tests, run by JUnit itself, and what came of it. */
final class Run implements TestExecutionListener {
    private final Map<String, TestExecutionResult> results = new ConcurrentHashMap<>();
    private final List<String> published = new CopyOnWriteArrayList<>();

    private Run() {}

    static Run of(Class<?> tests) {
        Run run = new Run();
        LauncherConfig alone = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .build();
        LauncherFactory.create(alone)
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(tests))
                                .build(),
                        run);
        return run;
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        results.put(identifier.getLegacyReportingName(), result);
    }

    @Override
    public void reportingEntryPublished(TestIdentifier identifier, ReportEntry entry) {
        published.addAll(entry.getKeyValuePairs().values());
    }

    /** Of a method, or of a class. */
    TestExecutionResult.Status status(String name) {
        return result(name).getStatus();
    }

    /** What it failed with. */
    Optional<Throwable> failure(String name) {
        return result(name).getThrowable();
    }

    private TestExecutionResult result(String name) {
        TestExecutionResult result = results.get(name);
        if (result == null) {
            throw new AssertionError("no " + name + " among " + results.keySet());
        }
        return result;
    }

    /** What the tests told their reporters. */
    List<String> published() {
        return published;
    }
}
