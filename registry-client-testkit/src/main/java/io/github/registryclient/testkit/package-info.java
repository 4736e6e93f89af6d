/**
 * An embedded registry for tests: start it, use it over HTTP, look at what it has, collect its garbage.
 *
 * <p>The rooms of this module, those with a star exported; what they may know of each other is held by a test:
 *
 * <ul>
 *   <li>* this one: {@code EmbeddedRegistry}, its builder and snapshots, {@code SyntheticContent}, {@code MovableClock}
 *   <li>* {@code manner}: how known servers depart from the specification, as data with sources
 *   <li>* {@code traffic}: the log of requests and the script of faults, in words; {@code traffic.wire} does what they say
 *   <li>* {@code fault}: a proxy in front of any registry whose faults a seed decides
 *   <li>* {@code tokenserver}: a server of tokens; {@code token}: users, scopes and signed claims, without HTTP
 *   <li>* {@code tls}: certificates and authorities
 *   <li>* {@code junit}: the embedded registry as a parameter of tests
 *   <li>* {@code sample}: images, and pushing them without a client under test
 *   <li>* {@code process}: real registries, as processes; * {@code net}: a slow network, and leaks
 *   <li>* {@code contract}: what every client does on every registry, as a suite of tests
 *   <li>{@code http}: an HTTP server that can lie; {@code json}, {@code text}: small tools of several rooms
 *   <li>{@code registry}: the specification, one class an endpoint, on {@code registry.store} and {@code registry.synthetic}
 *   <li>around it, as layers: {@code registry.manner}, {@code registry.switches}, {@code registry.admission} (who may do what)
 * </ul>
 */
package io.github.registryclient.testkit;
