package io.github.registryclient.cleanup;

import io.github.registryclient.RegistryClient;
import io.github.registryclient.cleanup.plan.Plan;
import io.github.registryclient.cleanup.policy.Policy;

/**
 * Makes plans: reads a registry, and decides by a policy what stays and what goes. Nothing is ever changed by it, and no DELETE is
 * sent, not even to find out whether it would work. Thread-safe; each plan reads anew. Sources of ages and of what is in use that are
 * given to it are called by each plan in its own thread.
 *
 * <pre>{@code
 * Plan plan = Planner.of(registry, Policy.read(Path.of("policy.json"))).build().plan();
 * System.out.println(plan.toTable());
 * }</pre>
 */
public final class Planner {
    private final RegistryClient client;
    private final PlanSettings settings;

    Planner(RegistryClient client, PlanSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    /**
     * Starts a planner.
     *
     * @param client the registry; not closed by the planner
     * @param policy what may go
     * @return a builder, with defaults for everything else
     */
    public static PlannerBuilder of(RegistryClient client, Policy policy) {
        return new PlannerBuilder(client, policy);
    }

    /**
     * Makes a plan. Interrupting the thread ends it.
     *
     * @return the plan
     * @throws PlanRefusedException if there can be none: the catalog or what is in use cannot be found out, nothing that a source says
     *     is in use is here, clocks differ, or there is no ledger where the policy needs one
     * @throws io.github.registryclient.error.InvalidInputException if the ledger is lost or cannot be read or written
     * @throws io.github.registryclient.error.CallInterruptedException if the thread is interrupted
     * @throws io.github.registryclient.error.RegistryException if the registry cannot be reached
     */
    public Plan plan() {
        return new Planning(client, settings).plan();
    }
}
