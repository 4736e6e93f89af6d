/** Plans carried out on registries: nothing else changes, whatever happens meanwhile. */
@NullMarked
package io.github.registryclient.tests.apply;

import org.jspecify.annotations.NullMarked;
