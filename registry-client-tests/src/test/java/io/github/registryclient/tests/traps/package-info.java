/** What other clients of the JVM fell into, by name: a list to read. Each trap is tested in its breadth elsewhere. */
package io.github.registryclient.tests.traps;
