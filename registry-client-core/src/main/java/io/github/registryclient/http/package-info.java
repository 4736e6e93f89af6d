/**
 * The client on the JDK's HTTP client. {@link io.github.registryclient.http.HttpRegistryClient} is the one public door, its
 * builder the one place for settings; everything behind them is internal.
 */
@NullMarked
package io.github.registryclient.http;

import org.jspecify.annotations.NullMarked;
