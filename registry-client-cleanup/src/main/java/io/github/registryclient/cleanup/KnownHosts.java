package io.github.registryclient.cleanup;

import io.github.registryclient.cleanup.policy.Policy;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;

/** Under which hosts a registry is known: its own, and those that the policy declares. */
final class KnownHosts {
    private KnownHosts() {}

    static Set<String> of(URI registry, Policy policy) {
        Set<String> hosts = new HashSet<>(policy.hosts());
        hosts.add(registry.getRawAuthority());
        hosts.add(registry.getHost());
        return hosts;
    }
}
