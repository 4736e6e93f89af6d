/**
 * What a registry can be asked: {@link io.github.registryclient.RegistryClient} and the values it returns.
 *
 * <p>Null is refused everywhere: a null argument is a {@link java.lang.NullPointerException}, no result is null.
 */
@NullMarked
package io.github.registryclient;

import org.jspecify.annotations.NullMarked;
