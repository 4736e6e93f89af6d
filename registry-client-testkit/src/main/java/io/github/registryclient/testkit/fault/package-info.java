/**
 * A proxy between a client and a registry that does what networks, gateways and busy servers do: refuses, cuts, slows down,
 * damages and loses answers, all decided by a seed.
 *
 * <p>{@link io.github.registryclient.testkit.traffic.Script} says what one test wants for one request; this is for thousands of
 * runs that nobody wrote down.
 */
@NullMarked
package io.github.registryclient.testkit.fault;

import org.jspecify.annotations.NullMarked;
