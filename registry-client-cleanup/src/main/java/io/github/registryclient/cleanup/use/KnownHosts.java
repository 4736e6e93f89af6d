package io.github.registryclient.cleanup.use;

import io.github.registryclient.cleanup.policy.Policy;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;

/** Under which hosts a registry is known: its own, and those that the policy declares. */
public final class KnownHosts {
    private KnownHosts() {}

    /**
     * Collects them.
     *
     * @param registry the registry's address
     * @param policy what declares others
     * @return hosts, with and without a port
     */
    public static Set<String> of(URI registry, Policy policy) {
        Set<String> hosts = new HashSet<>(policy.hosts());
        hosts.add(registry.getRawAuthority());
        hosts.add(registry.getHost());
        return hosts;
    }
}
