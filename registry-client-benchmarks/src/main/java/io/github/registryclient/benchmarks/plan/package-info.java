/** How long plans take, what they ask of a registry, and what they need of a heap. */
package io.github.registryclient.benchmarks.plan;
