package io.github.registryclient.tests.manners;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Requests whose answers are compared, and how. Immutable. */
final class Battery {
    private final List<Step> steps;

    private Battery(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /** Requests whose answers have to be equal. */
    static Battery of(String... lines) {
        return new Battery(List.of()).and(UnaryOperator.identity(), lines);
    }

    /** More requests whose answers have to be equal. */
    Battery and(Exchange exchange) {
        return and(new Step(exchange, UnaryOperator.identity()));
    }

    /** Names in any order. */
    Battery andInAnyOrder(String... lines) {
        return and(Answer::sorted, lines);
    }

    /** As many names, but any. */
    Battery andByCount(String... lines) {
        return and(Answer::counted, lines);
    }

    Battery and(Battery more) {
        Battery all = this;
        for (Step step : more.steps) {
            all = all.and(step);
        }
        return all;
    }

    private Battery and(UnaryOperator<Answer> view, String... lines) {
        Battery all = this;
        for (String line : lines) {
            all = all.and(new Step(Exchange.of(line), view));
        }
        return all;
    }

    private Battery and(Step step) {
        List<Step> more = new ArrayList<>(steps);
        more.add(step);
        return new Battery(more);
    }

    List<Step> steps() {
        return steps;
    }

    /** A request, and what of its answers is compared. */
    static final class Step {
        private final Exchange exchange;
        private final UnaryOperator<Answer> view;

        Step(Exchange exchange, UnaryOperator<Answer> view) {
            this.exchange = exchange;
            this.view = view;
        }

        Exchange exchange() {
            return exchange;
        }

        Answer view(Answer answer) {
            return view.apply(answer);
        }

        @Override
        public String toString() {
            return exchange.toString();
        }
    }
}
