/**
 * The main job, told step by step: repositories, tags, digests, deletion, garbage collection, space back.
 *
 * <p>Its clean-up policy is small on purpose and keeps whatever it does not understand.
 */
@NullMarked
package io.github.registryclient.examples.demo;

import org.jspecify.annotations.NullMarked;
