package io.github.registryclient.tests.plan;

import static io.github.registryclient.testkit.traffic.RequestPattern.get;
import static io.github.registryclient.testkit.traffic.RequestPattern.head;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.registryclient.cleanup.PlanProgress;
import io.github.registryclient.cleanup.Planner;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.error.CallInterruptedException;
import io.github.registryclient.error.ClientClosedException;
import io.github.registryclient.name.RepositoryName;
import io.github.registryclient.testkit.sample.SampleRepository;
import io.github.registryclient.testkit.traffic.Fault;
import io.github.registryclient.testkit.traffic.RequestPattern;
import io.github.registryclient.testkit.traffic.ScriptedAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan that somebody ends, and one that tells how far it is. */
class EndedPlanTest extends PlanScene {
    private static final Duration LONG = Duration.ofMinutes(10);

    private void holdBack(RequestPattern pattern) {
        push(SampleRepository.named("app").tag("pr-1", old()).tag("pr-2", old()));
        push(SampleRepository.named("other").tag("pr-1", old()));
        registry.clearRequests();
        registry.script().on(pattern).always().letThroughBut(Fault.delayBefore(LONG));
    }

    private void awaitArrival(RequestPattern pattern) {
        while (registry.requests().count(pattern) == 0) {
            Thread.onSpinWait();
        }
    }

    private FutureTask<Plan> planning() {
        return new FutureTask<>(() -> plan(PULL_REQUESTS));
    }

    private static List<String> planThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter(name -> name.matches("registry-client-(repositories|plan|sizes)-.*"))
                .collect(Collectors.toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v2/*/tags/list", "/v2/*/manifests/*", "/v2/*/blobs/*"})
    void an_interrupt_ends_a_plan_wherever_it_waits(String path) throws InterruptedException {
        RequestPattern pattern = get(path);
        holdBack(pattern);
        FutureTask<Plan> planning = planning();
        Thread thread = new Thread(planning, "planning");
        thread.start();
        awaitArrival(pattern);

        thread.interrupt();

        assertThatThrownBy(planning::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(CallInterruptedException.class);
        thread.join();
    }

    @Test
    void a_client_that_is_closed_ends_a_plan() throws InterruptedException {
        RequestPattern pattern = head("/v2/*/manifests/*");
        holdBack(pattern);
        FutureTask<Plan> planning = planning();
        Thread thread = new Thread(planning, "planning");
        thread.start();
        awaitArrival(pattern);

        client.close();

        assertThatThrownBy(planning::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(ClientClosedException.class);
        thread.join();
    }

    @Test
    void no_thread_is_left_when_a_plan_was_made() {
        push(SampleRepository.named("app").tag("pr-1", old()));

        Planner.of(client, PULL_REQUESTS).verifySizes().build().plan();

        while (!planThreads().isEmpty()) {
            Thread.onSpinWait(); // they end at once; the test's own limit of time fails it otherwise
        }
    }

    @Test
    void progress_is_told_once_for_each_repository_and_counts_up() {
        push(SampleRepository.named("app").tag("pr-1", old()));
        push(SampleRepository.named("other").tag("pr-1", old()));
        List<String> told = Collections.synchronizedList(new ArrayList<>());

        Planner.of(client, PULL_REQUESTS)
                .progress((repository, done, all) -> told.add(done + " of " + all))
                .build()
                .plan();

        assertThat(told).containsExactly("1 of 2", "2 of 2");
    }

    @Test
    void h6_a_repository_that_lists_tags_and_is_not_in_the_catalog_is_warned_of_before_it_is_read() {
        push(SampleRepository.named("app").tag("pr-1", old()));
        push(SampleRepository.named("other").tag("pr-1", old()));
        registry.script()
                .on(get("/v2/_catalog"))
                .always()
                .answer(ScriptedAnswer.status(200)
                        .header("Content-Type", "application/json")
                        .body("{\"repositories\":[\"other\"]}"));
        List<String> warned = new ArrayList<>();
        registry.clearRequests();
        PlanProgress progress = new PlanProgress() {
            @Override
            public void repositoryDone(RepositoryName repository, int done, int all) {}

            @Override
            public void warned(String text) {
                assertThat(registry.requests().all())
                        .noneMatch(request -> request.path().contains("/manifests/"));
                warned.add(text);
            }
        };

        Plan plan = Planner.of(client, PULL_REQUESTS)
                .repositories(List.of(APP, RepositoryName.of("other")))
                .progress(progress)
                .build()
                .plan();

        assertThat(warned)
                .singleElement()
                .asString()
                .startsWith("app lists tags")
                .contains("pull-through cache");
        assertThat(plan.header().notes()).containsAll(warned);
    }
}
