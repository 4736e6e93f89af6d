/**
 * Content that nobody pushed: as many repositories, tags and images as are wanted, computed when they are asked for. Knows
 * neither of HTTP nor of what else a registry keeps.
 */
package io.github.registryclient.testkit.registry.synthetic;
