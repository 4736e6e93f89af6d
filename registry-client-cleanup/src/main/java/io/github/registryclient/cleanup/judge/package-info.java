/**
 * What the rules of a policy say of each tag, and what follows from that for the manifests: rules, ranks, protections, and the
 * closure that keeps everything reachable from what stays.
 */
@NullMarked
package io.github.registryclient.cleanup.judge;

import org.jspecify.annotations.NullMarked;
